import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import type { OldRow } from "./dump";
import { moveIn } from "./move-in";
import type { Report } from "./report";
import { bora, oldDump, zuri } from "./testing/old-dump";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
afterAll(() => sql.end());

const dump = oldDump(localDate(now(), "Africa/Nairobi"));
const how = { dryRun: false, media: null, times: "utc" } as const;

type Person = [username: string, email: string, role: "tenant_admin" | "staff", house?: string, isActive?: boolean];
const people: Person[] = [
  ["asha", "shared@zuri.example", "tenant_admin"],
  ["shared@zuri.example", "", "staff"],
  ["0722 111 333", "twice@zuri.example", "tenant_admin"],
  ["0722 111 444", "Twice@zuri.example", "staff"],
  ["boss", "owner@zuri.example", "tenant_admin", bora],
  ["Grace@zuri.example", "", "tenant_admin"],
  ["here@before.example", "", "tenant_admin", bora],
  ["off@before.example", "", "tenant_admin", bora, false],
  ["0722 111 555", "both@before.example", "staff", bora],
  ["both@before.example", "", "tenant_admin", bora],
];
const idOf = (nth: number) => `0b1f6a3e-0000-4000-8000-0000000001${String(nth).padStart(2, "0")}`;
const users = people.map(
  ([username, email, , , isActive = true], nth): OldRow => ({
    ...{ model: "user", id: idOf(nth) },
    fields: { username, email, password: "!", first_name: "", last_name: "", is_active: isActive },
  }),
);
const profiles = people.map(
  ([, , role, tenant = zuri], nth): OldRow => ({
    ...{ model: "userprofile", id: `${idOf(nth).slice(0, 9)}1${idOf(nth).slice(10)}` },
    fields: { user: idOf(nth), tenant, role },
  }),
);

let report: Report;
beforeAll(async () => {
  const before = { "here@before.example": null, "off@before.example": null, "both@before.example": "+254722111555" };
  for (const [email, phone] of Object.entries(before))
    await sql`insert into users (id, email, phone, name, password_hash)
      values (gen_random_uuid(), ${email}, ${phone}, 'Here before', 'x')`;
  const more = new Map(dump)
    .set("user", [...dump.get("user")!, ...users])
    .set("userprofile", [...dump.get("userprofile")!, ...profiles]);
  report = await moveIn(more, how);
});

const wordsOf = (nth: number) =>
  report.houses.flatMap(({ remarks }) => remarks.filter(({ oldId }) => oldId === idOf(nth)).map(({ words }) => words));
const whoIs = async (tenantId: string) =>
  (
    await sql`select coalesce(u.email, u.phone) as name, m.role from members m join users u on u.id = m.user_id
    where m.tenant_id = ${tenantId} order by 1`
  ).map(({ name, role }) => `${name} ${role}`);

test("two with one e-mail address stay two: it is that of whose username it is, or of neither", async () => {
  expect(await whoIs(zuri)).toEqual([
    "+254722111333 owner",
    "+254722111444 staff",
    "gone@zuri.example staff",
    "grace@zuri.example owner",
    "owner@zuri.example owner",
    "shared@zuri.example staff",
  ]);
  expect(wordsOf(0)).toContain("whatever it could sign in with is another login’s: invite them anew");
  expect(wordsOf(2)).toContain("twice@zuri.example is another login’s as well: it is left off");
  expect(wordsOf(4)).toContain("owner@zuri.example is another login’s as well: it is left off");
});

test("who has a login here already is let in on the dump’s word, as what may do most; who was switched off there is not", async () => {
  expect(await whoIs(bora)).toEqual([
    "+254733000222 owner",
    "both@before.example owner",
    "here@before.example owner",
    "sha1@bora.example staff",
  ]);
  expect(wordsOf(6)).toContain(
    "here@before.example had a login here and is owner of this business now, as the dump says: see whether that is right",
  );
  expect(wordsOf(7)).toContain("off@before.example was switched off there: has no part in this business");
});

test("once more, in another order, it is the same", async () => {
  const before = [await whoIs(zuri), await whoIs(bora)];
  const turned = new Map(dump)
    .set("user", [...users.toReversed(), ...dump.get("user")!])
    .set("userprofile", [...profiles, ...dump.get("userprofile")!]);
  expect((await moveIn(turned, how)).isRight).toBe(true);
  expect([await whoIs(zuri), await whoIs(bora)]).toEqual(before);
});
