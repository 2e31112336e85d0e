import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { changeBooking } from "@/lib/bookings/change-booking";
import { placed } from "@/lib/bookings/testing/placed";
import { depositCame } from "@/lib/payments/ledger";
import { payRefund } from "@/lib/payments/pay-refund";
import { recordEntries } from "@/lib/payments/record-entries";
import { newId } from "@/lib/platform/ids";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";
import { changeSale } from "./change-sale";
import { getSale } from "./get-sale";
import { changeSaleInput } from "./input";
import { startSale } from "./start-sale";
import { member, sold } from "./testing/at-the-till";

// Money has two ways out, the till and the queue of refunds; neither gives back what the other has used.
const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
afterAll(() => sql.end());
const [desk, owner] = [member("front_desk"), member("owner")];
let house: House;
beforeEach(async () => {
  house = await makeHouse({
    services: [
      { name: "Braids", minutes: 60, priceMinor: 250_000 },
      { name: "Wedding", minutes: 30, priceMinor: 2_500_000 },
    ],
  });
});

test("a deposit that its sale has used is not given back when the booking is cancelled after all", async () => {
  const { id: bookingId } = await placed(house);
  const paymentId = newId();
  await sql`update bookings set deposit = 'paid', deposit_minor = 100000 where id = ${bookingId}`;
  await sql`insert into payments (tenant_id, id, purpose, booking_id, method, amount_minor, currency, status, settled_at)
    values (${house.tenantId}, ${paymentId}, 'deposit', ${bookingId}, 'prompt', 100000, 'KES', 'paid', now())`;
  await withTenant(house.tenantId, desk, (scope) =>
    recordEntries(scope, {
      ...{ kind: "deposit", source: `payment ${paymentId}`, entries: depositCame("mpesa", 100_000) },
      ...{ currency: "KES", timeZone: "Africa/Nairobi", paymentId, bookingId },
    }),
  );
  const bill = await readTenant(house.tenantId, desk, (scope) => startSale(scope, { booking: bookingId }));
  await sold(house, desk, { bookingId, lines: [{ lineId: bill!.lines[0]!.lineId }] });
  const cancelled = await withTenant(house.tenantId, desk, (scope) =>
    changeBooking(scope, { id: bookingId, move: "cancel", from: "confirmed", reason: "Ill" }),
  );
  expect(cancelled.ok).toBe(true);
  await sql`update refunds set not_before = now() - interval '1 hour' where tenant_id = ${house.tenantId}`;
  for (const { id } of await sql`select id from refunds where tenant_id = ${house.tenantId}`)
    expect(
      await withTenant(house.tenantId, owner, (scope) => payRefund(scope, { refundId: id, method: "cash" })),
    ).toMatchObject({ refusal: "moved_on" });
  const [row] = await sql`select coalesce(sum(credit_minor - debit_minor), 0)::int as owed from ledger_entries
    where tenant_id = ${house.tenantId} and account = 'deposits'`;
  expect(row).toEqual({ owed: 0 });
});

test("the desk lets off no larger part by taking the dear line off again", async () => {
  const line = (n: number) => ({ serviceId: house.serviceIds[n], staffId: house.staffIds[0] });
  const off = { discount: { kind: "fixed", amountMinor: 250_000 }, discountReason: "Waited" };
  const { id } = await sold(house, desk, { lines: [line(0), line(1)], ...off });
  const sale = await readTenant(house.tenantId, desk, (scope) => getSale(scope, id));
  const wish = { saleId: id, revision: 0, key: newId(), lines: [{ lineId: sale!.lines[0]!.id }], ...off };
  expect(
    await withTenant(house.tenantId, desk, (scope) => changeSale(scope, changeSaleInput.parse(wish))),
  ).toMatchObject({ refusal: "discount_too_big" });
});
