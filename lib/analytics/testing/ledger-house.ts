import type postgres from "postgres";
import { makeHouse } from "@/db/testing/house";
import { depositCame, depositWasKept, type Tender } from "@/lib/payments/ledger";
import { recordEntries } from "@/lib/payments/record-entries";
import { setClockOffset } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { askRefund } from "@/lib/till/ask-refund";
import { approveRefund } from "@/lib/till/decide-refund";
import { askRefundInput } from "@/lib/till/input";
import { addProduct, setVat } from "@/lib/till/products";
import { answered, asked, member, pay, sold } from "@/lib/till/testing/at-the-till";
import { voidSale } from "@/lib/till/void-sale";

export const owner = member("owner");
const zone = "Africa/Nairobi";

/** The moment of a clock in Nairobi, three hours ahead of UTC. */
export const inNairobi = (clock: string): Date => new Date(`${clock}:00+03:00`);
export const goTo = (clock: string): void => setClockOffset(inNairobi(clock).getTime() - Date.now());

/**
 * A small house over the end of November and the turn of the year, each sale of it near midnight. Prices hold 16 % of tax: a
 * braid of 2,320 earns 2,000, a wash of 580 earns 500, nails of 1,160 earn 1,000, oil of 870 earns 750.
 */
export async function ledgerHouse(sql: postgres.Sql) {
  const house = await makeHouse({
    staff: 2,
    services: [
      { name: "Braids", minutes: 120, priceMinor: 232_000 },
      { name: "Wash", minutes: 30, priceMinor: 58_000 },
      { name: "Nails", minutes: 60, priceMinor: 116_000 },
    ],
  });
  const { tenantId, staffIds, serviceIds } = house;
  const [amina, brian] = staffIds as [string, string];
  const [braids, wash, nails] = serviceIds as [string, string, string];
  await sql`update staff set name = case when id = ${amina} then 'Amina' else 'Brian' end where tenant_id = ${tenantId}`;
  await sql`update services set category = 'nails' where tenant_id = ${tenantId} and id = ${nails}`;
  const act = <T>(work: Parameters<typeof withTenant<T>>[2], who = owner) => withTenant(tenantId, who, work);
  await act((scope) => setVat(scope, { vatPercent: 16 }));
  const oil = await act((scope) => addProduct(scope, { name: "Oil", priceMinor: 87_000, active: true }));
  if (!oil.ok) throw new Error("no oil");

  const came = async (clock: string, ...done: [string, string][]) => {
    goTo(clock);
    return visited(sql, tenantId, inNairobi(clock), done);
  };
  const deposit = (bookingId: string, tender: Tender, amountMinor: number) =>
    act((scope) => {
      const paymentId = newId();
      return recordEntries(scope, {
        ...{ kind: "deposit", source: `payment ${paymentId}`, entries: depositCame(tender, amountMinor) },
        ...{ paymentId, bookingId, currency: "KES", timeZone: zone },
      });
    });
  const byPhone = async (saleId: string, amountMinor: number) =>
    answered(house, await asked(sql, house, saleId, amountMinor));

  // In London it is still November when the second one is sold.
  const a = await came("2026-11-30T23:50", [braids, amina]);
  const saleA = await sold(house, owner, { visitId: a.visitId, lines: [{ serviceId: braids, staffId: amina }] });
  await pay(house, owner, { saleId: saleA.id, amountMinor: 232_000 });
  const b = await came("2026-12-01T00:10", [nails, brian]);
  const saleB = await sold(house, owner, { visitId: b.visitId, lines: [{ serviceId: nails, staffId: brian }] });
  await pay(house, owner, { saleId: saleB.id, amountMinor: 116_000, method: "card" });

  // Paid ahead in the old year, and served in the new one.
  goTo("2026-12-31T10:00");
  const f = await booked(sql, tenantId, inNairobi("2027-01-02T14:00"), "completed");
  await deposit(f.bookingId, "card", 100_000);

  // Three services of one visit, a tenth off, and a tip, half an hour before the new year.
  const c = await came("2026-12-31T23:30", [braids, amina], [wash, brian], [nails, brian]);
  const saleC = await sold(house, owner, {
    visitId: c.visitId,
    lines: [
      { serviceId: braids, staffId: amina },
      { serviceId: wash, staffId: brian },
      { serviceId: nails, staffId: brian },
    ],
    discount: { kind: "percent", percent: 10 },
    discountReason: "Regular",
    tipMinor: 20_000,
  });
  await byPhone(saleC.id, 385_400);

  // Two bottles, twenty minutes into it; only a part of it is paid.
  goTo("2027-01-01T00:20");
  const saleD = await sold(house, owner, { lines: [{ productId: oil.value.id, staffId: amina, quantity: 2 }] });
  await pay(house, owner, { saleId: saleD.id, amountMinor: 100_000 });

  // Somebody who paid ahead does not come: of 500 the house keeps 300.
  goTo("2027-01-01T09:00");
  const missed = await booked(sql, tenantId, inNairobi("2027-01-02T11:00"), "no_show");
  await deposit(missed.bookingId, "mpesa", 50_000);
  // Half of the nails of December goes back.
  goTo("2027-01-02T10:00");
  const back = await act((scope) =>
    askRefund(
      scope,
      askRefundInput.parse({ saleId: saleB.id, amountMinor: 58_000, method: "card", reason: "Chipped", key: newId() }),
    ),
  );
  if (!back.ok) throw new Error(back.refusal);
  await act((scope) => approveRefund(scope, back.value), member("manager"));
  goTo("2027-01-02T12:00");
  await act((scope) =>
    recordEntries(scope, {
      ...{ kind: "fee_kept", source: `fee ${missed.bookingId}`, entries: depositWasKept(30_000) },
      ...{ bookingId: missed.bookingId, currency: "KES", timeZone: zone },
    }),
  );
  // Begun, and taken back; sold, and void.
  const wrong = await came("2027-01-02T15:00", [wash, amina]);
  await sql`update visits set voided_at = now() where tenant_id = ${tenantId} and id = ${wrong.visitId}`;
  const saleE = await sold(house, owner, { lines: [{ serviceId: wash, staffId: amina }] });
  await act((scope) => voidSale(scope, { saleId: saleE.id, reason: "Rung up twice" }));

  goTo("2027-01-02T16:00");
  const saleF = await sold(house, owner, { bookingId: f.bookingId, lines: [{ serviceId: braids, staffId: amina }] });
  await pay(house, owner, { saleId: saleF.id, amountMinor: saleF.owedMinor });

  goTo("2027-01-02T18:00");
  return {
    ...{ house, tenantId, amina, brian, braids, wash, nails, oil: oil.value.id },
    bookings: { deposit: f.bookingId, missed: missed.bookingId },
    sales: { a: saleA.id, b: saleB.id, c: saleC.id, d: saleD.id, e: saleE.id, f: saleF.id },
  };
}

async function booked(sql: postgres.Sql, tenantId: string, at: Date, status: "completed" | "no_show") {
  const [bookingId, customerId] = [newId(), newId()];
  await sql`insert into customers (tenant_id, id, name) values (${tenantId}, ${customerId}, 'Wanjiru')`;
  await sql`insert into bookings (tenant_id, id, customer_id, status, source, starts_at, ends_at, total_minor, currency, reference, booked_as)
    values (${tenantId}, ${bookingId}, ${customerId}, ${status}, 'desk', ${at}, ${new Date(at.getTime() + 3_600_000)}, 0, 'KES',
      ${bookingId.slice(-8).toUpperCase()}, '{"name":"Wanjiru"}')`;
  return { bookingId, customerId };
}

/** A visit that is done, each line of it a service and who did it. */
async function visited(sql: postgres.Sql, tenantId: string, at: Date, done: readonly [string, string][]) {
  const { bookingId, customerId } = await booked(sql, tenantId, at, "completed");
  const visitId = newId();
  await sql`insert into visits (tenant_id, id, booking_id, customer_id, started_at, completed_at, total_minor, paid_minor, currency)
    values (${tenantId}, ${visitId}, ${bookingId}, ${customerId}, ${at}, ${at}, 0, 0, 'KES')`;
  for (const [position, [serviceId, staffId]] of done.entries())
    await sql`insert into visit_lines (tenant_id, id, visit_id, position, service_id, service_name, staff_id, price_minor)
      select ${tenantId}, ${newId()}, ${visitId}, ${position}, id, name, ${staffId}, price_minor from services
      where tenant_id = ${tenantId} and id = ${serviceId}`;
  return { visitId, bookingId };
}
