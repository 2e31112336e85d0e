import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { addPerson } from "@/db/testing/people";
import { jpeg } from "@/lib/auth/testing/jpeg";
import { handOver, takeBackHandover } from "@/lib/bookings/hand-over";
import { bookAs, hourOf, must } from "@/lib/bookings/testing/desk-books";
import { writeFirst, writeToHouse } from "@/lib/conversations/write-message";
import { restoreByPhone, restoreCustomer, restoreWhoBooked } from "@/lib/customers/archive-customer";
import { changeCustomer } from "@/lib/customers/change-customer";
import { sayConsent } from "@/lib/customers/consent";
import { atCounter } from "@/lib/customers/consent-words";
import { customerFor } from "@/lib/customers/customer-for";
import { addNote } from "@/lib/customers/customer-notes";
import { setCustomerPhoto } from "@/lib/customers/customer-photo";
import { addChild, linkChild } from "@/lib/customers/family";
import { changeCustomerInput } from "@/lib/customers/file-input";
import { noteCustomer } from "@/lib/customers/note-customer";
import { newId } from "@/lib/platform/ids";
import { paidVisit } from "@/lib/reviews/testing/paid-visit";
import { writeReview } from "@/lib/reviews/write-review";
import { adjustPoints } from "@/lib/rewards/adjust-points";
import { giveVoucher } from "@/lib/rewards/give-voucher";
import { atRewards } from "@/lib/rewards/testing/at-rewards";
import type { Actor, Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { openSaleInput } from "@/lib/till/input";
import { openSale } from "@/lib/till/open-sale";
import { eraseCustomer } from "./erase-customer";
import { mergeInput } from "./input";
import { mergeCustomers } from "./merge-customers";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
afterAll(() => sql.end());

let house: House;
let desk: Actor;
let at: ReturnType<typeof atRewards>;
let rewardId: string;
let other: string;
const ids = { erased: "", merged: "" };
const visits = { erased: "", merged: "" };
const bookings = { erased: "", merged: "" };
const act = <T>(work: (scope: Scope) => Promise<T>, actor = desk) => withTenant(house.tenantId, actor, work);

beforeAll(async () => {
  house = await makeHouse();
  desk = await addPerson(sql, house.tenantId, "front_desk");
  at = atRewards(sql, house);
  rewardId = await at.reward();
  other = await at.customer({ name: "Akinyi Odhiambo", phone: "+254722910003" });
  const hours = { erased: 10, merged: 12 };
  for (const kind of ["erased", "merged"] as const) {
    const phone = `072291000${hours[kind] / 2}`;
    ids[kind] = await at.customer({ name: "Akinyi", phone: `+254${phone.slice(1)}` });
    visits[kind] = (await paidVisit(sql, house, { customerId: ids[kind] })).visitId;
    const guest = { kind: "public", via: "page" } as const;
    const wish = { name: "Mary", phone, at: hourOf(hours[kind]) };
    bookings[kind] = (await must(bookAs(house, guest, { source: "public" }, wish))).id;
    await must(act((scope) => handOver(scope, { bookingId: bookings[kind], choice: "new" })));
  }
  await must(at.act((scope) => eraseCustomer(scope, { customerId: ids.erased, name: "Akinyi" })));
  const wish = mergeInput.parse({ keptId: other, goneId: ids.merged, take: [] });
  await must(at.act((scope) => mergeCustomers(scope, wish)));
});

const nothing = { allergies: "", notes: "" };
const seen = { location: "" };
const writes: Record<string, (id: string) => Promise<unknown>> = {
  restore: (id) => act((scope) => restoreCustomer(scope, id)),
  change: (id) => act((scope) => changeCustomer(scope, id, changeCustomerInput.parse({ to: { location: "X" }, seen }))),
  note: (id) => act((scope) => addNote(scope, id, "Hello")),
  allergies: (id) => act((scope) => noteCustomer(scope, id, { ...nothing, notes: "Hello", seen: nothing })),
  picture: (id) => act((scope) => setCustomerPhoto(scope, id, jpeg("drawn"))),
  child: (id) => act((scope) => addChild(scope, id, { name: "Child" })),
  guardian: (id) => act((scope) => linkChild(scope, id, other)),
  "somebody's child": (id) => act((scope) => linkChild(scope, other, id)),
  points: (id) => at.act((scope) => adjustPoints(scope, { customerId: id, points: 5, reason: "x", key: newId() })),
  code: (id) => at.act((scope) => giveVoucher(scope, { customerId: id, rewardId, reason: "x", key: newId() })),
  conversation: (id) => act((scope) => writeFirst(scope, { customerId: id, id: newId(), words: "Hello" })),
  consent: (id) =>
    act((scope) =>
      sayConsent(scope, id, { purpose: "marketing", granted: true, wording: atCounter.marketing, source: "desk" }),
    ),
};

describe.each(["erased", "merged"] as const)("whoever was %s", (kind) => {
  test.each(Object.keys(writes))("is not written to: %s", async (name) => {
    const said = { refusal: kind, ...(kind === "merged" ? { into: { id: other, name: "Akinyi Odhiambo" } } : {}) };
    expect(await writes[name]!(ids[kind])).toMatchObject({ ok: false, ...said });
    expect(await sql`select archived_at is not null as away from customers where id = ${ids[kind]}`).toEqual([
      { away: true },
    ]);
  });

  test("is not there to be booked for, sold to, or to come back by a booking or a number", async () => {
    const id = ids[kind];
    const ask = { customerId: id, name: "", phone: "" };
    expect(await act((scope) => customerFor(scope, ask))).toMatchObject({ refusal: "invalid" });
    const input = openSaleInput.parse({ customerId: id, lines: [{ serviceId: house.serviceIds[0] }], key: newId() });
    expect(await act((scope) => openSale(scope, input))).toMatchObject({ refusal: "unknown_customer" });
    await act((scope) => restoreWhoBooked(scope, [{ customerId: id }]));
    // Even where a number stood there still.
    await sql`update customers set phone = '+254722919999' where id = ${id}`;
    await act((scope) => restoreByPhone(scope, "+254722919999"));
    await sql`update customers set phone = null where id = ${id}`;
    expect(await sql`select archived_at is not null as away from customers where id = ${id}`).toEqual([{ away: true }]);
  });

  test("says nothing to the house any more", async () => {
    const self = { kind: "customer", customerId: ids[kind] } as const;
    const message = { id: newId(), words: "Hello" };
    expect(await act((scope) => writeToHouse(scope, ids[kind], message), self)).toMatchObject({
      refusal: "unknown_conversation",
    });
  });
});

test("the visit of who was erased is rated by nobody; what was merged is rated by who has it now", async () => {
  const guest = { kind: "public", via: "page" } as const;
  const rate = (visitId: string) => act((scope) => writeReview(scope, visitId, { rating: 1 }), guest);
  expect(await rate(visits.erased)).toMatchObject({ refusal: "unknown_visit" });
  expect(await rate(visits.merged)).toMatchObject({ ok: true });
});

test("a booking that was handed over does not go back to who was erased; to who is part of another it goes as that one's", async () => {
  expect(await act((scope) => takeBackHandover(scope, bookings.erased))).toMatchObject({ refusal: "erased" });
  expect(await act((scope) => takeBackHandover(scope, bookings.merged))).toMatchObject({
    ok: true,
    value: { customerId: other },
  });
});
