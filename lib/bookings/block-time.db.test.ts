import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { addPerson } from "@/db/testing/people";
import { addDays, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import type { Actor } from "@/lib/tenancy/scope";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";
import { blockTime } from "./block-time";
import { readCalendar } from "./calendar";
import { blockTimeInput } from "./input";
import { listOpenSlots } from "./list-open-slots";
import { bookAs, choose, hourOf, must } from "./testing/desk-books";
import { placed } from "./testing/placed";
import { unblockTime } from "./unblock-time";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

const tomorrow = addDays(localDate(now(), "Africa/Nairobi"), 1);
const guest: Actor = { kind: "public", via: "page" };

let house: House;
let mine: Actor;
beforeEach(async () => {
  house = await makeHouse({ staff: 2 });
  mine = await addPerson(sql, house.tenantId, "staff", house.staffIds[0]);
});

type Wish = { hour?: number; minutes?: number; staffId?: string; reason?: string };
const block = (actor: Actor, { hour = 10, minutes = 60, reason = "At the dentist", ...more }: Wish = {}) =>
  withTenant(house.tenantId, actor, (scope) =>
    blockTime(scope, blockTimeInput.parse({ startsAt: hourOf(hour).toISOString(), minutes, reason, ...more })),
  );
const unblock = (actor: Actor, id: string, tenantId = house.tenantId) =>
  withTenant(tenantId, actor, (scope) => unblockTime(scope, id));

async function freeHours(staff = 0): Promise<string[]> {
  const [serviceId, staffId] = [house.serviceIds[0]!, house.staffIds[staff]!];
  const { days } = await must(
    readTenant(house.tenantId, guest, (scope) =>
      listOpenSlots(scope, { serviceId, staffId, from: tomorrow, to: tomorrow }),
    ),
  );
  return days.flatMap(({ slots }) => slots.map(({ startsAt }) => startsAt));
}
const taken = (staffId: string) => sql`
  select source, active from occupancies where tenant_id = ${house.tenantId} and staff_id = ${staffId} order by active, source`;

test("a blocked hour is gone from what can be booked, drawn with its reason, and free again when it is taken off", async () => {
  const before = await freeHours();
  const { id } = await must(block(mine));
  const during = await freeHours();
  for (const hour of [9.5, 10, 10.5]) expect(during).not.toContain(hourOf(hour).toISOString());
  expect(during).toContain(hourOf(11).toISOString());
  expect(await freeHours(1)).toEqual(before);
  const desk = await addPerson(sql, house.tenantId, "front_desk");
  const drawn = (actor: Actor) =>
    readTenant(house.tenantId, actor, (scope) => readCalendar(scope, { from: tomorrow, to: tomorrow }));
  expect((await drawn(desk)).blocks).toEqual([
    {
      id,
      staffId: house.staffIds[0],
      from: hourOf(10).getTime() / 60_000,
      to: hourOf(11).getTime() / 60_000,
      reason: "At the dentist",
    },
  ]);
  const other = await addPerson(sql, house.tenantId, "staff", house.staffIds[1]);
  expect((await drawn(other)).blocks).toEqual([]);
  expect(await bookAs(house, guest, { source: "public" })).toMatchObject({ ok: false, refusal: "slot_taken" });
  await must(unblock(mine, id));
  expect(await freeHours()).toEqual(before);
  // Once more changes nothing, and tells nobody.
  await must(unblock(mine, id));
  const told = await sql`select name, audience, payload from events where tenant_id = ${house.tenantId}
    and entity_id = ${id} order by seq`;
  expect(told.map(({ name }) => name)).toEqual(["time.blocked", "time.unblocked"]);
  expect(told[0]!.audience).toEqual(["desk", `staff:${house.staffIds[0]}`]);
  expect(JSON.stringify(told)).not.toContain("dentist");
  const [deed] =
    await sql`select action, user_id from audit_entries where tenant_id = ${house.tenantId} and action = 'time.blocked'`;
  expect(deed).toMatchObject({ user_id: mine.kind === "member" ? mine.userId : "" });
});

test("what is booked, held or blocked there already is told, and what ran out is in nobody's way", async () => {
  await placed(house, { hour: 10 });
  expect(await block(mine, { hour: 10.5 })).toMatchObject({
    ok: false,
    refusal: "time_taken",
    by: expect.stringMatching(/^Cut for Chebet, .*10:00–11:00,$/),
  });
  await must(choose(house, { at: hourOf(12) }));
  expect(await block(mine, { hour: 12 })).toMatchObject({ by: expect.stringContaining("that somebody is booking") });
  await sql`update holds set expires_at = now() - interval '1 minute' where tenant_id = ${house.tenantId}`;
  await sql`update occupancies set expires_at = now() - interval '1 minute' where tenant_id = ${house.tenantId} and expires_at is not null`;
  await must(block(mine, { hour: 12 }));
  expect(await block(mine, { hour: 12.5 })).toMatchObject({ by: expect.stringMatching(/^Another block, /) });
  // One after the other is no clash.
  await must(block(mine, { hour: 11, minutes: 60 }));
});

test("of a booking and a block of the same hour, and of many at once, exactly one wins", async () => {
  const [one] = house.staffIds as [string, string];
  const rivals = Array.from({ length: 12 }, (_, n) =>
    n % 2 === 0
      ? block(mine, { hour: 10 + (n % 3) * 0.25 })
      : bookAs(house, guest, { source: "public" }, { phone: `07115501${String(n).padStart(2, "0")}` }),
  );
  const answers = await Promise.all(rivals);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect((await taken(one)).filter(({ active }) => active)).toHaveLength(1);
});

test("the constraint itself refuses what would lie over a block, whoever writes it", async () => {
  const [one] = house.staffIds as [string, string];
  await must(block(mine));
  const write = sql`insert into occupancies (tenant_id, id, staff_id, span, source)
    values (${house.tenantId}, gen_random_uuid(), ${one}, tstzrange(${hourOf(10.5)}, ${hourOf(11.5)}), 'booking')`;
  await expect(write).rejects.toMatchObject({ code: "23P01" });
});

test("staff block their own time alone; the desk that of anybody who is here; another business finds nothing", async () => {
  const [one, two] = house.staffIds as [string, string];
  const desk = await addPerson(sql, house.tenantId, "front_desk");
  const unlinked = await addPerson(sql, house.tenantId, "staff");
  expect(await block(mine, { staffId: two })).toMatchObject({ refusal: "unknown_staff" });
  expect(await block(unlinked)).toMatchObject({ refusal: "unknown_staff" });
  expect(await block(unlinked, { staffId: one })).toMatchObject({ refusal: "unknown_staff" });
  expect(await block(desk)).toMatchObject({ refusal: "unknown_staff" });
  const { id } = await must(block(desk, { staffId: two }));
  expect(await unblock(mine, id)).toMatchObject({ refusal: "unknown_block" });
  const elsewhere = await makeHouse();
  const stranger = await addPerson(sql, elsewhere.tenantId, "owner");
  expect(await unblock(stranger, id, elsewhere.tenantId)).toMatchObject({ refusal: "unknown_block" });
  const foreign = withTenant(elsewhere.tenantId, stranger, (scope) =>
    blockTime(scope, { staffId: one, startsAt: hourOf(15), minutes: 30, reason: "x" }),
  );
  expect(await foreign).toMatchObject({ refusal: "unknown_staff" });
  await must(unblock(desk, id));
});

test("what is over can be neither blocked nor freed", async () => {
  const at = new Date(Math.floor(now().getTime() / 60_000) * 60_000 - 3 * 3_600_000);
  const past = withTenant(house.tenantId, mine, (scope) =>
    blockTime(scope, { startsAt: at, minutes: 60, reason: "Late" }),
  );
  expect(await past).toMatchObject({ refusal: "is_over" });
  const { id } = await must(block(mine));
  await sql`update blocks set starts_at = now() - interval '2 hours', ends_at = now() - interval '1 hour' where id = ${id}`;
  expect(await unblock(mine, id)).toMatchObject({ refusal: "is_over" });
});

test("too short, too long and without a reason are told by their field", () => {
  const faults = (more: object) =>
    blockTimeInput
      .safeParse({ startsAt: hourOf(10).toISOString(), minutes: 60, reason: "Bank", ...more })
      .error?.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
  expect(faults({ minutes: 10 })).toEqual(["minutes is shorter than 15 minutes"]);
  expect(faults({ minutes: 481 })).toEqual(["minutes is longer than 8 hours"]);
  expect(faults({ reason: " " })).toEqual(["reason say why"]);
});
