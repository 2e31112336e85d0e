import postgres from "postgres";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { addPerson } from "@/db/testing/people";
import { addDays, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import type { Actor, Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { askTimeOff, enterTimeOff } from "./ask-time-off";
import { decideTimeOff, withdrawTimeOff } from "./decide-time-off";
import { listTimeOff } from "./list-time-off";
import { timeOffInput, timeOffQuery } from "./time-off-input";
import { timeOffWords } from "./time-off-words";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
afterAll(() => sql.end());

const day = (days: number) => addDays(localDate(now(), "Africa/Nairobi"), days);
let house: House;
let owner: Actor;
let one: Actor;
let other: Actor;
beforeEach(async () => {
  house = await makeHouse({ staff: 2 });
  [owner, one, other] = await Promise.all([
    addPerson(sql, house.tenantId, "owner"),
    addPerson(sql, house.tenantId, "staff", house.staffIds[0]!),
    addPerson(sql, house.tenantId, "staff", house.staffIds[1]!),
  ]);
});

const as = <T>(actor: Actor, work: (scope: Scope) => Promise<T>) => withTenant(house.tenantId, actor, work);
const wish = (more: object = {}) =>
  timeOffInput.parse({ firstDay: day(3), lastDay: day(3), reason: "Graduation", ...more });
const ask = async (actor: Actor, more: object = {}) => {
  const asked = await as(actor, (scope) => askTimeOff(scope, wish(more)));
  return asked.ok ? asked.value.id : asked.refusal;
};
const list = (actor: Actor, query: object = {}) => as(actor, (scope) => listTimeOff(scope, timeOffQuery.parse(query)));
const deeds = async () =>
  (await sql`select name from events where tenant_id = ${house.tenantId} and name like 'timeoff.%' order by seq`).map(
    ({ name }) => name,
  );

test("what staff ask for waits for all to see who decide, and for none of their colleagues", async () => {
  const id = await ask(one);
  expect((await list(owner)).waiting).toMatchObject([
    { id, staffName: "Staff 1", status: "asked", reason: "Graduation" },
  ]);
  expect((await list(one)).waiting.map((item) => item.id)).toEqual([id]);
  expect(await list(other)).toMatchObject({ waiting: [], items: [] });
  expect((await list(owner, { staff: house.staffIds[1] })).waiting).toEqual([]);
  const [note] = await sql`select title, message, audience from notifications where tenant_id = ${house.tenantId}`;
  expect(note).toMatchObject({ title: "Staff 1 asks for time off", audience: ["desk", `staff:${house.staffIds[0]}`] });
});

test("staff ask for nobody but themselves, whatever they say", async () => {
  await ask(one, { staffId: house.staffIds[1] });
  expect((await list(owner)).waiting).toMatchObject([{ staffName: "Staff 1" }]);
});

test("a yes and a no are told to who asked, on the screen and by e-mail, and stand", async () => {
  const [yes, no] = [await ask(one), await ask(one, { firstDay: day(5), lastDay: day(6) })];
  const decide = (id: string, to: "approved" | "declined", answer = "") =>
    as(owner, (scope) => decideTimeOff(scope, { id, to, answer }));
  expect((await decide(yes, "approved")).ok).toBe(true);
  expect((await decide(no, "declined", "We are full")).ok).toBe(true);
  expect((await decide(yes, "approved")).ok).toBe(true);
  expect(await decide(yes, "declined")).toMatchObject({ refusal: "moved_on", status: "approved" });
  expect(await deeds()).toEqual(["timeoff.asked", "timeoff.asked", "timeoff.approved", "timeoff.declined"]);
  const letters = await sql`select subject, body from messages where tenant_id = ${house.tenantId} order by created_at`;
  expect(letters.map(({ body }) => body)).toEqual([
    expect.stringMatching(/is approved\.$/),
    expect.stringMatching(/is declined\.\n\nWe are full$/),
  ]);
  expect((await list(one)).items.map(({ status, answer }) => [status, answer])).toEqual([
    ["approved", ""],
    ["declined", "We are full"],
  ]);
});

describe("taking back", () => {
  const withdraw = (actor: Actor, id: string) => as(actor, (scope) => withdrawTimeOff(scope, id));

  test("is for who asked while nobody has answered, and for the house at any time", async () => {
    const asked = await ask(one);
    expect(await withdraw(other, asked)).toMatchObject({ refusal: "unknown" });
    expect((await withdraw(one, asked)).ok).toBe(true);
    const entered = await as(owner, (scope) => enterTimeOff(scope, wish({ staffId: house.staffIds[0] })));
    const id = entered.ok ? entered.value.id : "";
    expect(await withdraw(one, id)).toMatchObject({ refusal: "moved_on" });
    expect((await withdraw(owner, id)).ok).toBe(true);
    expect((await list(owner, { view: "past" })).items).toHaveLength(2);
  });
});

test("one cannot be away twice at once, nor in what is over", async () => {
  await ask(one, { from: "09:00", to: "12:00" });
  expect(await ask(one)).toBe("overlaps");
  expect(await ask(one, { from: "12:00", to: "13:00" })).not.toBe("overlaps");
  expect(await ask(other)).not.toBe("overlaps");
  expect(await ask(one, { firstDay: day(-2), lastDay: day(-1) })).toBe("is_over");
});

test("pages go on where the last one ended, in either direction of time", async () => {
  for (const days of [2, 4, 6])
    await as(owner, (scope) =>
      enterTimeOff(scope, wish({ staffId: house.staffIds[0], firstDay: day(days), lastDay: day(days) })),
    );
  const first = await list(owner, { limit: 2 });
  const second = await list(owner, { limit: 2, cursor: first.nextCursor });
  expect([...first.items, ...second.items].map(({ from }) => localDate(new Date(from), "Africa/Nairobi"))).toEqual(
    [2, 4, 6].map(day),
  );
  expect(second.nextCursor).toBeNull();
});

test("what is wrong is told by its field", () => {
  const faults = (given: object) =>
    timeOffInput
      .safeParse({ firstDay: "2026-12-10", lastDay: "2026-12-10", ...given })
      .error?.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
  expect(faults({ lastDay: "2026-12-09" })).toContain("lastDay is before the first day");
  expect(faults({ from: "12:00", to: "12:00" })).toEqual(["to is not after the beginning"]);
  expect(faults({ from: "25:00" })).toEqual(["from is not a time (HH:MM)"]);
  expect(faults({ firstDay: "" })?.[0]).toMatch(/^firstDay /);
});

test("days are said without their clock, hours with it", () => {
  const words = (from: string, to: string) => timeOffWords(`2026-${from}:00Z`, `2026-${to}:00Z`, "Africa/Nairobi");
  expect(words("11-23T21:00", "11-24T21:00")).toBe("Tue 24 Nov");
  expect(words("11-23T21:00", "11-26T21:00")).toBe("Tue 24 Nov – Thu 26 Nov");
  expect(words("11-24T06:00", "11-24T09:00")).toBe("Tue 24 Nov, 09:00–12:00");
});
