import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { makeHouse } from "@/db/testing/house";
import { asksDeposits, paidBooking } from "@/lib/bookings/testing/deposits";
import { must } from "@/lib/bookings/testing/desk-books";
import { runDueJobs } from "@/lib/jobs/worker";
import { balanceIn } from "@/lib/payments/testing/desk";
import { newId } from "@/lib/platform/ids";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { askRefund } from "./ask-refund";
import { approveRefund } from "./decide-refund";
import { getSale } from "./get-sale";
import { askRefundInput } from "./input";
import { startSale } from "./start-sale";
import { member, sold } from "./testing/at-the-till";
import { voidSale } from "./void-sale";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
afterAll(() => sql.end());
const [desk, owner] = [member("front_desk"), member("owner")];

test("a sale whose deposit was given back over the counter can be voided, and nothing is left of it", async () => {
  const house = await makeHouse();
  const { tenantId } = house;
  await asksDeposits(sql, house);
  const { id: bookingId } = await paidBooking(sql, house);
  await sql`update booking_lines set price_minor = 50000 where booking_id = ${bookingId}`;
  const bill = await withTenant(tenantId, desk, (scope) => startSale(scope, { booking: bookingId }));
  const { id } = await sold(house, desk, { bookingId, lines: [{ lineId: bill!.lines[0]!.lineId }] });
  await runDueJobs(tenantId);
  const wish = { saleId: id, amountMinor: 50_000, method: "cash", owedAgain: true, reason: "Taken by mistake" };
  const { refundId } = await must(
    withTenant(tenantId, desk, (scope) => askRefund(scope, askRefundInput.parse({ ...wish, key: newId() }))),
  );
  await must(withTenant(tenantId, owner, (scope) => approveRefund(scope, { refundId })));
  await runDueJobs(tenantId);
  expect(await withTenant(tenantId, desk, (scope) => getSale(scope, id))).toMatchObject({
    status: "open",
    owedMinor: 50_000,
    refundableMinor: 0,
  });
  await must(withTenant(tenantId, desk, (scope) => voidSale(scope, { saleId: id, reason: "Mistake" })));
  const accounts = ["customers", "services", "deposits", "cash"];
  expect(await Promise.all(accounts.map((one) => balanceIn(sql, tenantId, one)))).toEqual([0, 0, 0, -50_000]);
});
