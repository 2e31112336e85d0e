import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { changeBooking } from "@/lib/bookings/change-booking";
import { depositLeft } from "@/lib/bookings/deposit-left";
import { asksDeposits, paidBooking } from "@/lib/bookings/testing/deposits";
import { hourOf, must } from "@/lib/bookings/testing/desk-books";
import { runDueJobs } from "@/lib/jobs/worker";
import type { Actor } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { forgiveFee } from "./forgive-fee";
import { payRefund } from "./pay-refund";
import { balanceIn, deskActor } from "./testing/desk";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
afterAll(() => sql.end());
const customer: Actor = { kind: "public", via: "page" };
let house: House;
beforeEach(async () => {
  house = await makeHouse();
  await asksDeposits(sql, house, {
    cancellation: {
      freeHours: 24,
      late: { kind: "fixed", amountMinor: 30_000 },
      noShow: { kind: "percent", percent: 100 },
    },
  });
});

/** Cancelled late: KES 300 of the 500 is kept. */
async function cancelledLate() {
  const { id, paymentId } = await paidBooking(sql, house, { at: hourOf(10, 3) });
  await sql`update bookings set free_until = now() - interval '1 minute' where id = ${id}`;
  await must(
    withTenant(house.tenantId, customer, (scope) => changeBooking(scope, { id, move: "cancel", from: "confirmed" })),
  );
  return { id, paymentId };
}
const jobs = async () => {
  await runDueJobs(house.tenantId);
  await runDueJobs(house.tenantId);
};
const forgive = (id: string) =>
  withTenant(house.tenantId, deskActor, (scope) => forgiveFee(scope, { id, reason: "She was ill" }));
const balances = async () =>
  Object.fromEntries(
    await Promise.all(
      ["deposits", "fees"].map(async (account) => [account, await balanceIn(sql, house.tenantId, account)]),
    ),
  );
const refunds = () =>
  sql`select amount_minor::int as minor, status, payment_id from refunds where tenant_id = ${house.tenantId} order by created_at, id`;
const fee = async () =>
  (
    await sql`select status, from_deposit_minor::int as kept, reason from booking_fees where tenant_id = ${house.tenantId}`
  )[0];

test("what was kept goes back with the rest that waits, by entries of its own, with why", async () => {
  const { id, paymentId } = await cancelledLate();
  await jobs();
  expect(await balances()).toEqual({ deposits: -20_000, fees: -30_000 });
  expect(await forgive(id)).toMatchObject({ ok: true });
  expect(await balances()).toEqual({ deposits: -50_000, fees: 0 });
  expect(await refunds()).toEqual([{ minor: 50_000, status: "queued", payment_id: paymentId }]);
  expect(await fee()).toEqual({ status: "waived", kept: 0, reason: "She was ill" });
  const [audit] =
    await sql`select after from audit_entries where tenant_id = ${house.tenantId} and action = 'fee.forgiven'`;
  expect(JSON.stringify(audit)).toContain("She was ill");
  expect(await forgive(id)).toEqual({ ok: false, refusal: "nothing_owed" });
  await jobs();
  expect(await balances()).toEqual({ deposits: -50_000, fees: 0 });
});

test("after the rest has gone back it is a refund of its own, and no more than there is", async () => {
  const { id } = await cancelledLate();
  await jobs();
  const [first] = await sql`select id from refunds where tenant_id = ${house.tenantId}`;
  const pay = (refundId: string, actor: Actor) =>
    withTenant(house.tenantId, actor, (scope) => payRefund(scope, { refundId, method: "cash" }));
  await must(pay(first!.id, deskActor));
  await must(forgive(id));
  const [, second] = await refunds();
  expect(second).toEqual({ minor: 30_000, status: "queued", payment_id: null });
  const [row] = await sql`select id from refunds where tenant_id = ${house.tenantId} and status = 'queued'`;
  await must(pay(row!.id, deskActor));
  expect(await balances()).toEqual({ deposits: 0, fees: 0 });
});

test("before it was final nothing was written, and nothing is kept later", async () => {
  const { id } = await cancelledLate();
  expect(await balances()).toEqual({ deposits: -50_000, fees: 0 });
  await must(forgive(id));
  await jobs();
  expect(await balances()).toEqual({ deposits: -50_000, fees: 0 });
  expect((await refunds()).map(({ minor }) => minor)).toEqual([50_000]);
  const left = await withTenant(house.tenantId, deskActor, (scope) => depositLeft(scope, id));
  expect(left).toBe(0);
});

test("what is owed beside it is waived first; ten at once give it back once", async () => {
  const { id } = await paidBooking(sql, house, { at: hourOf(10, 3) });
  await sql`update bookings set starts_at = now() - interval '1 hour', ends_at = now() - interval '1 minute' where id = ${id}`;
  await must(
    withTenant(house.tenantId, deskActor, (scope) => changeBooking(scope, { id, move: "miss", from: "confirmed" })),
  );
  expect(await fee()).toMatchObject({ status: "owed", kept: 50_000 });
  await must(forgive(id));
  expect(await fee()).toMatchObject({ status: "waived", kept: 50_000 });
  const said = await Promise.all(Array.from({ length: 10 }, () => forgive(id)));
  expect(said.filter(({ ok }) => ok)).toHaveLength(1);
  expect((await refunds()).map(({ minor }) => minor)).toEqual([50_000]);
});
