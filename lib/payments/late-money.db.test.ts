import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { asksDeposits } from "@/lib/bookings/testing/deposits";
import { bookAs, hourOf, must } from "@/lib/bookings/testing/desk-books";
import { undoChange } from "@/lib/bookings/undo-change";
import { waiveDeposit } from "@/lib/bookings/waive-deposit";
import { runDueJobs } from "@/lib/jobs/worker";
import { newId } from "@/lib/platform/ids";
import type { Actor } from "@/lib/tenancy/scope";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";
import { lockPayment } from "./internal/payment";
import { settle } from "./internal/settle";
import { lateMoney } from "./late-money";
import { balanceIn, deskActor, newCode } from "./testing/desk";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 3, onnotice: () => {} });
afterAll(() => sql.end());
const guest: Actor = { kind: "public", via: "page" };
let house: House;
beforeEach(async () => {
  house = await makeHouse();
  await asksDeposits(sql, house, {
    cancellation: { freeHours: 24, late: { kind: "fixed", amountMinor: 30_000 } },
  });
});

const book = (hour: number, day = 3, source: "public" | "desk" = "public") =>
  must(bookAs(house, guest, { source }, { at: hourOf(hour, day) }));
/** Its time is over, and nobody has paid yet. */
async function lapse(id: string) {
  await sql`update bookings set expires_at = now() - interval '1 minute', created_at = created_at - interval '12 minutes' where id = ${id}`;
  await sql`update occupancies set expires_at = now() - interval '1 minute' where tenant_id = ${house.tenantId} and source = 'hold'`;
  await sql`update due set due_at = now() where tenant_id = ${house.tenantId} and due_at > now() and kind = 'expire_booking'`;
  await runDueJobs(house.tenantId);
}
async function comes(bookingId: string, amountMinor = 50_000) {
  const id = newId();
  await sql`insert into payments (tenant_id, id, purpose, booking_id, method, amount_minor, currency, status, reference, created_at)
    select tenant_id, ${id}, 'deposit', id, 'prompt', ${amountMinor}, 'KES', 'expired', reference || '-1', now() from bookings where id = ${bookingId}`;
  await withTenant(house.tenantId, { kind: "system", job: "t" }, async (scope) =>
    settle(scope, (await lockPayment(scope, id))!, { receipt: newCode(), at: null, proof: "callback" }),
  );
  await runDueJobs(house.tenantId);
  await runDueJobs(house.tenantId);
  return id;
}
const rowOf = async (id: string) => (await sql`select status, deposit, free_until from bookings where id = ${id}`)[0]!;
const payment = async (id: string) => (await sql`select status, doubt, booking_id from payments where id = ${id}`)[0]!;
const seen = (id: string) => readTenant(house.tenantId, guest, (scope) => lateMoney(scope, id));
const refunds = () =>
  sql`select why, amount_minor::int as amount, status from refunds where tenant_id = ${house.tenantId}`;
const lastBody = async () =>
  (
    await sql`select body from messages where tenant_id = ${house.tenantId} order by created_at desc, id desc limit 1`
  )[0]!.body as string;

test("nothing booked since: it stands again, as if booked just now, and the payer is told", async () => {
  const held = await book(10, 1);
  await sql`update bookings set free_until = now() - interval '1 hour' where id = ${held.id}`;
  await lapse(held.id);
  const id = await comes(held.id);
  const now = await rowOf(held.id);
  expect(now).toMatchObject({ status: "confirmed", deposit: "paid" });
  expect(now.free_until.getTime()).toBeGreaterThan(Date.now());
  expect(await payment(id)).toMatchObject({ status: "paid_late", doubt: null });
  expect(await lastBody()).toMatch(
    /^Your KES 500 came after the time was let go, which was still free: .* expects you/,
  );
  expect(await seen(held.id)).toMatchObject({ became: "put_back" });
});

test("what waits for its deposit instead is paid by it, and the old time stays let go", async () => {
  const first = await book(10);
  await lapse(first.id);
  const second = await book(12);
  const id = await comes(first.id);
  expect(await rowOf(first.id)).toMatchObject({ status: "expired", deposit: "due" });
  expect(await rowOf(second.id)).toMatchObject({ status: "confirmed", deposit: "paid" });
  expect(await payment(id)).toEqual({ status: "paid_late", doubt: null, booking_id: second.id });
  expect(await refunds()).toEqual([]);
  expect(await balanceIn(sql, house.tenantId, "deposits")).toBe(-50_000);
  expect(await lastBody()).toMatch(
    /^Your KES 500 came after its time was let go, and pays for what you booked instead/,
  );
  expect(await seen(first.id)).toMatchObject({ became: "moved" });
  expect(await seen(second.id)).toBeNull();
});

test("paid already, or for more than came: the money goes back, the house is alerted and the payer is told", async () => {
  const first = await book(10);
  await lapse(first.id);
  const second = await book(12);
  await comes(second.id);
  const id = await comes(first.id);
  expect(await rowOf(first.id)).toMatchObject({ status: "expired" });
  expect(await payment(id)).toMatchObject({ status: "paid_late", doubt: "late" });
  expect(await refunds()).toEqual([{ why: "late", amount: 50_000, status: "queued" }]);
  expect(await lastBody()).toMatch(
    /your KES 500 for Cut, .* came after the time was let go, .* It comes back to you\./,
  );
  expect(await seen(first.id)).toMatchObject({ became: "back", isSent: false });
  const active = await sql`select 1 from bookings where tenant_id = ${house.tenantId} and status = 'confirmed'`;
  expect(active).toHaveLength(1);
});

test("an older booking, another customer's, or one that has lapsed as well is not instead of it", async () => {
  await must(bookAs(house, guest, { source: "public" }, { at: hourOf(14, 3), phone: "0711550077" }));
  const first = await book(10);
  await lapse(first.id);
  const second = await book(12);
  await lapse(second.id);
  await comes(first.id);
  expect(await rowOf(first.id)).toMatchObject({ status: "confirmed", deposit: "paid" });
});

test("a waiver taken back after the money came is paid by it: nobody is asked again, and nothing goes back", async () => {
  const held = await book(10);
  const { changeId } = await must(
    withTenant(house.tenantId, deskActor, (scope) => waiveDeposit(scope, { id: held.id, reason: "Known for years" })),
  );
  const id = await comes(held.id);
  expect(await rowOf(held.id)).toMatchObject({ status: "confirmed", deposit: "waived" });
  expect(await refunds()).toMatchObject([{ why: "late", status: "queued" }]);
  await must(withTenant(house.tenantId, deskActor, (scope) => undoChange(scope, { id: held.id, changeId })));
  await runDueJobs(house.tenantId);
  expect(await rowOf(held.id)).toMatchObject({ status: "confirmed", deposit: "paid" });
  expect(await payment(id)).toMatchObject({ status: "paid", doubt: null });
  expect(await refunds()).toMatchObject([{ why: "late", status: "withdrawn" }]);
  expect([await balanceIn(sql, house.tenantId, "unclaimed"), await balanceIn(sql, house.tenantId, "deposits")]).toEqual(
    [0, -50_000],
  );
});

test("a waiver taken back with nothing paid waits again", async () => {
  const held = await book(10);
  const { changeId } = await must(
    withTenant(house.tenantId, deskActor, (scope) => waiveDeposit(scope, { id: held.id, reason: "Known for years" })),
  );
  await must(withTenant(house.tenantId, deskActor, (scope) => undoChange(scope, { id: held.id, changeId })));
  await runDueJobs(house.tenantId);
  expect(await rowOf(held.id)).toMatchObject({ status: "held", deposit: "due" });
});
