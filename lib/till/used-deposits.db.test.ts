import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { changeBooking } from "@/lib/bookings/change-booking";
import { asksDeposits, paidBooking } from "@/lib/bookings/testing/deposits";
import { undoChange } from "@/lib/bookings/undo-change";
import { runDueJobs } from "@/lib/jobs/worker";
import { lockPayment } from "@/lib/payments/internal/payment";
import { unsettle } from "@/lib/payments/internal/unsettle";
import type { Actor } from "@/lib/tenancy/scope";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";
import { startSale } from "./start-sale";
import { member, sold } from "./testing/at-the-till";
import { voidSale } from "./void-sale";

// A deposit is spent once: on its sale, on a fee, or back to who paid it.
const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
afterAll(() => sql.end());
const desk = member("front_desk");
const customer: Actor = { kind: "public", via: "page" };
let house: House;
let bookingId: string;
let paymentId: string;
beforeEach(async () => {
  house = await makeHouse();
  const half = { kind: "percent", percent: 50 } as const;
  await asksDeposits(sql, house, {
    cancellation: { freeHours: 24, late: half, noShow: { kind: "percent", percent: 100 } },
  });
  ({ id: bookingId, paymentId } = await paidBooking(sql, house));
});

const cancel = () =>
  withTenant(house.tenantId, customer, (scope) =>
    changeBooking(scope, { id: bookingId, move: "cancel", from: "confirmed" }),
  );
const sell = async () => {
  const bill = await readTenant(house.tenantId, desk, (scope) => startSale(scope, { booking: bookingId }));
  return sold(house, desk, { bookingId, lines: [{ lineId: bill!.lines[0]!.lineId }] });
};
const freeUntil = (when: string) =>
  sql`update bookings set free_until = now() + ${when}::interval where id = ${bookingId}`;
const jobs = async () => {
  await runDueJobs(house.tenantId);
  await runDueJobs(house.tenantId);
};
const balance = async (account: string) =>
  (
    await sql`select coalesce(sum(debit_minor - credit_minor), 0)::int as sum from ledger_entries
    where tenant_id = ${house.tenantId} and account = ${account}`
  )[0]!.sum;
const refunds = () =>
  sql`select why, status, amount_minor::int as minor from refunds where tenant_id = ${house.tenantId} and status <> 'withdrawn'`;
const words = async () =>
  (await sql`select body from messages where tenant_id = ${house.tenantId}`).map(({ body }) => body).join("\n");

test.for(["1 hour", "-1 minute"])(
  "what a sale has used is neither promised back nor kept as a fee (free until %s)",
  async (when) => {
    const { id } = await sell();
    await freeUntil(when);
    expect((await cancel()).ok).toBe(true);
    await jobs();
    expect([await balance("deposits"), await balance("fees")]).toEqual([0, 0]);
    expect(await refunds()).toEqual([]);
    expect(await words()).not.toContain("comes back");
    // When the sale turns out to be none, it goes back after all.
    expect(
      (await withTenant(house.tenantId, desk, (scope) => voidSale(scope, { saleId: id, reason: "They cancelled" }))).ok,
    ).toBe(true);
    expect(await refunds()).toEqual([{ why: "overpaid", status: "queued", minor: 50_000 }]);
    expect(await balance("deposits")).toBe(-50_000);
  },
);

test("what never came is not promised back", async () => {
  await withTenant(house.tenantId, { kind: "system", job: "test" }, async (scope) =>
    unsettle(scope, (await lockPayment(scope, paymentId))!),
  );
  await freeUntil("1 hour");
  expect((await cancel()).ok).toBe(true);
  await jobs();
  expect(await refunds()).toEqual([]);
  expect([await balance("deposits"), await balance("fees")]).toEqual([0, 0]);
  expect(await words()).not.toContain("comes back");
});

test("somebody missed is marked the next day, and it is undone: the deposit is still there", async () => {
  await sql`update bookings set starts_at = starts_at - interval '20 days', ends_at = ends_at - interval '20 days',
    created_at = created_at - interval '21 days' where id = ${bookingId}`;
  const miss = async () => {
    const missed = await withTenant(house.tenantId, desk, (scope) =>
      changeBooking(scope, { id: bookingId, move: "miss", from: "confirmed" }),
    );
    if (!missed.ok) throw new Error(missed.refusal);
    return missed.value.changeId;
  };
  const undo = (changeId: string) =>
    withTenant(house.tenantId, desk, (scope) => undoChange(scope, { id: bookingId, changeId }));
  const first = await miss();
  await jobs();
  expect((await undo(first)).ok).toBe(true);
  await jobs();
  expect([await balance("deposits"), await balance("fees")]).toEqual([-50_000, 0]);
  // Once it has been kept, it is too late.
  const second = await miss();
  await sql`update due set due_at = now() where tenant_id = ${house.tenantId} and kind = 'keep_fee' and done_at is null`;
  await jobs();
  expect([await balance("deposits"), await balance("fees")]).toEqual([0, -50_000]);
  expect(await undo(second)).toMatchObject({ refusal: "too_late" });
});
