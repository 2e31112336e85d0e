import postgres from "postgres";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { addPerson } from "@/db/testing/people";
import { addDays, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import type { Actor, Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { acceptProposal } from "./answer-proposal";
import type { Booked } from "./book-slot";
import { changeBooking } from "./change-booking";
import { getBooking } from "./get-booking";
import { misplaced } from "./list-affected";
import { policyInput } from "./policy-input";
import { proposeTimes } from "./propose-times";
import { setPolicy } from "./set-policy";
import { hourOf, must } from "./testing/desk-books";
import { placed } from "./testing/placed";
import { changeStaffUnlessBooked, setDayUnlessBooked, setServicesUnlessBooked } from "./unless-booked";
import {
  addResourceUnlessBooked,
  changeResourceUnlessBooked,
  changeServiceUnlessBooked,
} from "./unless-booked-services";

// What is promised or proposed, when what it needs is changed under it.
const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 4, onnotice: () => {} });
afterAll(() => sql.end());

const dayOn = (days: number) => addDays(localDate(now(), "Africa/Nairobi"), days);
const guest: Actor = { kind: "public", via: "page" };
const look = { anyway: false };
const anyway = { anyway: true };
let house: House;
let owner: Actor;
beforeEach(async () => {
  house = await makeHouse({ staff: 2 });
  owner = await addPerson(sql, house.tenantId, "owner");
});

const inHouse = <T>(work: (scope: Scope) => Promise<T>) => withTenant(house.tenantId, owner, work);
const held = (ids: string[], proposals = 0) => ({
  ok: false,
  refusal: "bookings_affected",
  affected: { ids, total: ids.length, proposals },
});
const second = (): House => ({ ...house, staffIds: [house.staffIds[1]!] });

describe("a time that is proposed", () => {
  let booked: Booked;
  beforeEach(async () => {
    booked = await placed(house, { day: 2 });
    await propose(hourOf(12, 3));
  });
  const propose = (...times: Date[]) =>
    inHouse((scope) => must(proposeTimes(scope, { id: booked.id, from: booked.startsAt, times })));
  const proposals = async () => (await inHouse((scope) => getBooking(scope, booked.id)))!.proposals;
  const accept = (holdId: string) =>
    withTenant(house.tenantId, guest, (scope) => acceptProposal(scope, { id: booked.id, holdId }));
  const shut = (day: number, more: object = look) =>
    inHouse((scope) => setDayUnlessBooked(scope, { date: dayOn(day), windows: [], reason: "", ...look, ...more }));

  test("is told of before its day is shut, withdrawn with it, and free again; the booking stays", async () => {
    const [kept] = await proposals();
    expect(await shut(3)).toMatchObject(held([], 1));
    expect(await proposals()).toHaveLength(1);
    expect((await shut(3, anyway)).ok).toBe(true);
    expect(await proposals()).toEqual([]);
    expect(await accept(kept!.id)).toEqual({ ok: false, refusal: "proposal_over" });
    expect(await inHouse(misplaced)).toEqual([]);
    const active = await sql`select hold_id from occupancies where tenant_id = ${house.tenantId} and active`;
    expect(active).toEqual([{ hold_id: null }]);
    const freed = await sql`select 1 from events where tenant_id = ${house.tenantId} and name = 'slot.freed'`;
    expect(freed).toHaveLength(1);
  });

  test("on another day stays, and is theirs though by now nobody would be offered it", async () => {
    await propose(hourOf(12, 3), hourOf(12, 4));
    expect(await shut(4)).toMatchObject(held([], 1));
    expect((await shut(4, anyway)).ok).toBe(true);
    const [left, ...more] = await proposals();
    expect(more).toEqual([]);
    const rules = policyInput.parse({ channels: { desk: { horizonDays: 1 } } });
    await inHouse((scope) => must(setPolicy(scope, rules)));
    expect(await accept(left!.id)).toMatchObject({ ok: true });
  });

  test("goes with who would have done it", async () => {
    const off = (more: { anyway: boolean; seen?: string[] }) =>
      inHouse((scope) => changeStaffUnlessBooked(scope, house.staffIds[0]!, { active: false, ...more }));
    expect(await off(look)).toMatchObject(held([booked.id], 1));
    expect((await off({ anyway: true, seen: [booked.id] })).ok).toBe(true);
    expect(await proposals()).toEqual([]);
  });
});

test("what somebody is to do no longer may be booked with them: looked at first, misplaced then", async () => {
  const { id } = await placed(house);
  const [staffId, serviceId] = [house.staffIds[0]!, house.serviceIds[0]!];
  const skill = { serviceId, durationMinutes: null, priceMinor: null };
  const does = (services: (typeof skill)[], more: object = look) =>
    inHouse((scope) => setServicesUnlessBooked(scope, staffId, { services, ...look, ...more }));
  expect((await does([{ ...skill, priceMinor: 200_000 } as never])).ok).toBe(true);
  expect(await does([])).toMatchObject(held([id]));
  expect(await inHouse(misplaced)).toEqual([]);
  expect((await does([], { anyway: true, seen: [id] })).ok).toBe(true);
  expect(await inHouse(misplaced)).toEqual([id]);
  expect((await does([skill])).ok).toBe(true);
  expect(await inHouse(misplaced)).toEqual([]);
});

test("a service in other minutes shows what is booked in the old ones, and anything else of it does not", async () => {
  const { id } = await placed(house);
  const change = (more: object) =>
    inHouse((scope) => changeServiceUnlessBooked(scope, house.serviceIds[0]!, { ...look, ...more }));
  const [now] = await sql`select segments from services where tenant_id = ${house.tenantId}`;
  const longer = [{ kind: "work" as const, minutes: 90 }];
  expect((await change({ segments: now!.segments, priceMinor: 1 })).ok).toBe(true);
  expect(await change({ segments: longer })).toMatchObject(held([id]));
  expect((await change({ segments: longer, anyway: true, seen: [id] })).ok).toBe(true);
  // It keeps what was accepted, and fits where it is.
  expect(await inHouse(misplaced)).toEqual([]);
});

describe("a chair that a service comes to need", () => {
  let both: string[];
  beforeEach(async () => {
    both = [
      (await placed(house, { hour: 14, phone: "0711580001" })).id,
      (await placed(second(), { hour: 14, phone: "0711580002" })).id,
    ];
  });
  const add = (quantity: number, serviceIds = house.serviceIds, more: object = look) =>
    inHouse((scope) => addResourceUnlessBooked(scope, { name: "Chair", quantity, serviceIds, ...look, ...more }));
  const seats = async () =>
    (
      await sql`select l.booking_id, lower(o.lanes) as lane from occupancies o
        join booking_lines l on l.tenant_id = o.tenant_id and l.id = o.booking_line_id
        where o.tenant_id = ${house.tenantId} and o.active and o.resource_id is not null order by o.lanes`
    ).map(({ booking_id, lane }) => [booking_id, lane]);

  test("is taken by what is booked already, each another one", async () => {
    expect((await add(2)).ok).toBe(true);
    expect((await seats()).map(([, lane]) => lane)).toEqual([0, 1]);
    expect(new Set((await seats()).map(([id]) => id))).toEqual(new Set(both));
    expect(await inHouse(misplaced)).toEqual([]);
  });

  test("by as many as there are; who is left over is looked at first, and misplaced until they are elsewhere", async () => {
    const answer = await add(1);
    expect(answer).toMatchObject({ refusal: "bookings_affected", affected: { total: 1 } });
    const [left] = answer.ok || answer.refusal !== "bookings_affected" ? [] : answer.affected.ids;
    expect(both).toContain(left);
    expect((await add(1, house.serviceIds, { anyway: true, seen: [left] })).ok).toBe(true);
    expect(await seats()).toEqual([[both.find((id) => id !== left), 0]]);
    expect(await inHouse(misplaced)).toEqual([left]);
    const cancel = { id: left!, move: "cancel", from: "confirmed" } as const;
    await inHouse((scope) => must(changeBooking(scope, cancel)));
    expect(await inHouse(misplaced)).toEqual([]);
  });

  test("so it is when it is there and only comes to be needed, is used again, or there are fewer", async () => {
    const added = await add(1, []);
    const id = added.ok ? added.value.id : "";
    const change = (more: object) => inHouse((scope) => changeResourceUnlessBooked(scope, id, { ...look, ...more }));
    expect(await change({ serviceIds: house.serviceIds })).toMatchObject({ affected: { total: 1 } });
    expect((await change({ active: false })).ok).toBe(true);
    expect((await change({ serviceIds: house.serviceIds })).ok).toBe(true);
    expect(await change({ active: true })).toMatchObject({ affected: { total: 1 } });
    expect((await change({ active: true, quantity: 2 })).ok).toBe(true);
    expect(await seats()).toHaveLength(2);
    expect(await change({ quantity: 1 })).toMatchObject({ affected: { total: 2 } });
    expect((await change({ quantity: 1, anyway: true })).ok).toBe(true);
    expect((await inHouse(misplaced)).sort()).toEqual([...both].sort());
  });

  test("what was proposed when none was needed is withdrawn", async () => {
    const booked = await placed(house, { day: 2, phone: "0711580003" });
    const wish = { id: booked.id, from: booked.startsAt, times: [hourOf(12, 3)] };
    await inHouse((scope) => must(proposeTimes(scope, wish)));
    expect(await add(2)).toMatchObject(held([], 1));
    expect((await add(2, house.serviceIds, anyway)).ok).toBe(true);
    expect((await inHouse((scope) => getBooking(scope, booked.id)))!.proposals).toEqual([]);
  });
});
