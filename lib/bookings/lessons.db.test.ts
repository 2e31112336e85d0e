import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { addPerson } from "@/db/testing/people";
import type { Actor, Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { acceptProposal } from "./answer-proposal";
import { bookSlot } from "./book-slot";
import { changeBooking } from "./change-booking";
import { bookSlotInput } from "./input";
import { listOpenSlots } from "./list-open-slots";
import { proposeMoves } from "./propose-moves";
import { proposeTimes } from "./propose-times";
import { bookAs, hourOf, must } from "./testing/desk-books";
import { placed } from "./testing/placed";
import { undoChange } from "./undo-change";
import { setHoursUnlessBooked } from "./unless-booked";

// Lessons: whoever books first says when they begin. See docs/decisions/2026-11-28-lessons-begin-together.md.
const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

let house: House;
let owner: Actor;
beforeEach(async () => {
  house = await makeHouse({
    services: [
      { name: "Yoga", minutes: 60 },
      { name: "Cut", minutes: 45 },
    ],
  });
  await sql`update services set seats = 4 where id = ${house.serviceIds[0]!}`;
  owner = await addPerson(sql, house.tenantId, "owner");
});
const inHouse = <T>(work: (scope: Scope) => Promise<T>) => withTenant(house.tenantId, owner, work);
const guest = { kind: "public", via: "api" } as const;
const open = async () => {
  const date = hourOf(12).toISOString().slice(0, 10);
  const found = await withTenant(house.tenantId, guest, (scope) =>
    listOpenSlots(scope, { serviceId: house.serviceIds[0]!, staffId: "any", from: date, to: date }),
  );
  if (!found.ok) throw new Error(found.refusal);
  return found.value.days[0]!.slots.map(({ startsAt }) => (Date.parse(startsAt) - hourOf(0).getTime()) / 3_600_000);
};
const phone = (n: number) => `07115500${n}`;

test("one that begins where no step falls, after another service, is offered to others then, and then alone", async () => {
  const [yoga, cut] = house.serviceIds as [string, string];
  const input = bookSlotInput.parse({
    lines: [{ serviceId: cut }, { serviceId: yoga }],
    startsAt: hourOf(9).toISOString(),
    customer: { name: "Achieng", phone: phone(10) },
  });
  await must(withTenant(house.tenantId, guest, (scope) => bookSlot(scope, input, { source: "public" })));
  expect((await open()).filter((hour) => hour < 11.5)).toEqual([8, 9.75, 11]);
  await must(bookAs(house, guest, { source: "public" }, { at: hourOf(9.75), phone: phone(11) }));
});

test("a cancelled place is not taken back across a lesson that has begun to fill up meanwhile", async () => {
  const { id, status } = await placed(house, { hour: 10, phone: phone(10) });
  const { changeId } = await must(inHouse((scope) => changeBooking(scope, { id, move: "cancel", from: status })));
  await placed(house, { hour: 10.5, phone: phone(11) });
  expect(await inHouse((scope) => undoChange(scope, { id, changeId }))).toEqual({ ok: false, refusal: "time_taken" });
});

test("a cancelled place beside others of the lesson is taken back", async () => {
  const { id, status } = await placed(house, { hour: 10, phone: phone(10) });
  const { changeId } = await must(inHouse((scope) => changeBooking(scope, { id, move: "cancel", from: status })));
  await placed(house, { hour: 10, phone: phone(11) });
  expect((await inHouse((scope) => undoChange(scope, { id, changeId }))).ok).toBe(true);
});

test("a lesson that has lost its time is put where the first of it can go before the last has left", async () => {
  const ids: string[] = [];
  for (const n of [10, 11, 12]) ids.push((await placed(house, { day: 3, hour: 10, phone: phone(n) })).id);
  const hours = [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, from: 630, to: 1_080 }));
  await inHouse((scope) => setHoursUnlessBooked(scope, house.staffIds[0]!, { hours, anyway: true }));
  const proposals = await inHouse((scope) => proposeMoves(scope, { ids, prefer: "person" }));
  for (const { to } of proposals) expect(Date.parse(to!.startsAt)).toBeGreaterThanOrEqual(hourOf(11, 3).getTime());
  const [one, two] = proposals.map(({ to }) => to!.startsAt);
  expect(one).toBe(two);
});

test("what was proposed while each came when they liked is still theirs once they begin together", async () => {
  await sql`update services set together = false where id = ${house.serviceIds[0]!}`;
  const { id, startsAt } = await placed(house, { hour: 8, phone: phone(10) });
  await placed(house, { hour: 10, phone: phone(11) });
  await must(inHouse((scope) => proposeTimes(scope, { id, from: startsAt, times: [hourOf(10.5)] })));
  await sql`update services set together = true where id = ${house.serviceIds[0]!}`;
  const [hold] = await sql`select id from holds where booking_id = ${id} and ended is null`;
  const accepted = await withTenant(house.tenantId, guest, (scope) => acceptProposal(scope, { id, holdId: hold!.id }));
  expect(accepted.ok).toBe(true);
});
