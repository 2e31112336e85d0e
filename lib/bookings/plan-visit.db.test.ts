import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { localDate } from "@/lib/platform/calendar";
import type { Actor } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { bookSlot } from "./book-slot";
import { bookSlotInput } from "./input";
import { type AskedLine, listOpenSlots } from "./list-open-slots";
import { planVisit } from "./plan-visit";
import { choose, hourOf, must } from "./testing/desk-books";

const admin = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => admin.end());

// A visit of several services, as the public page shows it, keeps it and books it.
const guest: Actor = { kind: "public", via: "page" };
const tomorrow = localDate(hourOf(10), "Africa/Nairobi");

let house: House;
let lines: [AskedLine, ...AskedLine[]];
beforeEach(async () => {
  house = await makeHouse({
    staff: 2,
    services: [
      { name: "Braids", minutes: 60 },
      { name: "Manicure", minutes: 30 },
    ],
  });
  lines = [
    { serviceId: house.serviceIds[0]!, staffId: house.staffIds[0] },
    { serviceId: house.serviceIds[1]!, staffId: house.staffIds[1] },
  ];
});

const inHouse = <T>(work: Parameters<typeof withTenant<T>>[2]) => withTenant(house.tenantId, guest, work);
async function starts(hold?: string): Promise<string[]> {
  const [{ serviceId, staffId = "any" }, ...more] = lines;
  const asked = { serviceId, staffId, more, from: tomorrow, to: tomorrow, hold };
  const open = await inHouse((scope) => listOpenSlots(scope, asked));
  if (!open.ok) throw new Error(open.refusal);
  return open.value.days[0]!.slots.map(({ startsAt }) => startsAt);
}
const plan = (at: Date, hold?: string) => inHouse((scope) => planVisit(scope, { lines, startsAt: at, hold }));
const book = (at: Date, hold?: string, of: readonly AskedLine[] = lines) =>
  inHouse((scope) =>
    bookSlot(
      scope,
      bookSlotInput.parse({
        lines: of,
        startsAt: at.toISOString(),
        customer: { name: "Achieng", phone: "0722334455" },
      }),
      { source: "public", hold },
    ),
  );

test("says who does what and when, one after the other, and what all of it costs", async () => {
  const planned = await must(plan(hourOf(10)));
  expect(planned.lines).toEqual([
    {
      staffId: house.staffIds[0],
      staffName: "Staff 1",
      startsAt: hourOf(10).toISOString(),
      endsAt: hourOf(11).toISOString(),
    },
    {
      staffId: house.staffIds[1],
      staffName: "Staff 2",
      startsAt: hourOf(11).toISOString(),
      endsAt: hourOf(11.5).toISOString(),
    },
  ]);
  expect(planned.totalMinor).toBe(300_000);
});

test("what is offered, planned, kept and booked are the same times, and the second service counts like the first", async () => {
  await must(book(hourOf(11), undefined, [lines[1]!]));
  expect(await starts()).not.toContain(hourOf(10).toISOString());
  expect(await plan(hourOf(10))).toEqual({ ok: false, refusal: "not_free" });
  expect(await choose(house, { lines, at: hourOf(10) })).toEqual({ ok: false, refusal: "slot_taken" });
  expect(await book(hourOf(10))).toMatchObject({ refusal: "slot_taken" });

  expect(await starts()).toContain(hourOf(12).toISOString());
  const kept = await must(choose(house, { lines, at: hourOf(12) }));
  expect(await starts()).not.toContain(hourOf(12).toISOString());
  expect(await starts(kept.id)).toContain(hourOf(12).toISOString());
  expect(await plan(hourOf(12))).toEqual({ ok: false, refusal: "not_free" });
  // The manicure of the visit that is kept is at one.
  expect(await book(hourOf(13), undefined, [lines[1]!])).toMatchObject({ refusal: "slot_taken" });
  expect(await must(plan(hourOf(12), kept.id))).toMatchObject({ totalMinor: 300_000 });
  expect(await must(book(hourOf(12), kept.id))).toMatchObject({
    startsAt: hourOf(12).toISOString(),
    endsAt: hourOf(13.5).toISOString(),
  });
});

test("names nobody where the house gives everybody whom they know: who comes is not known yet", async () => {
  await must(book(hourOf(15), undefined, [lines[1]!]));
  await admin`update tenants set policy = policy || '{"anyStaff":"usual"}' where id = ${house.tenantId}`;
  lines = [{ serviceId: house.serviceIds[1]! }, { serviceId: house.serviceIds[0]!, staffId: house.staffIds[0] }];
  const planned = await must(plan(hourOf(10)));
  expect(planned.lines.map(({ staffName }) => staffName)).toEqual([null, "Staff 1"]);
});
