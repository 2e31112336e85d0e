import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import type { House } from "@/db/testing/house";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";
import { enterCode } from "./enter-code";
import { listInbox } from "./list-inbox";
import { previewStatement, readInStatement } from "./read-in-statement";
import type { Statement, StatementRow } from "./statement";
import { balanceIn, deskActor, newCode } from "./testing/desk";
import { holdWithDeposit, makeMoneyHouse } from "./testing/money-house";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 4, onnotice: () => {} });
afterAll(() => sql.end());
let house: House;
beforeEach(async () => {
  house = await makeMoneyHouse(null);
});

const hour = 3_600_000;
const around = () => ({ from: new Date(Date.now() - 24 * hour), to: new Date(Date.now() + 24 * hour) });
const statement = (rows: StatementRow[], period: Statement["period"] = around()): Statement => ({
  kind: "statement",
  rows,
  others: 2,
  period,
});
const line = (receipt: string, amountMinor = 50_000): StatementRow => ({
  receipt,
  amountMinor,
  reference: "",
  paidAt: new Date(),
});
const preview = (given: Statement) => readTenant(house.tenantId, deskActor, (scope) => previewStatement(scope, given));
const readIn = (given: Statement, keepUnknown = true) =>
  readInStatement(house.tenantId, deskActor, given, { keepUnknown });
const balances = () =>
  Promise.all(["mpesa", "mpesa_by_hand"].map((account) => balanceIn(sql, house.tenantId, account)));

/** A deposit for which the desk typed a code. */
async function typed(at: number, amountMinor = 50_000): Promise<string> {
  const { bookingId } = await holdWithDeposit(sql, house, { at, amountMinor });
  const code = newCode();
  const entered = await withTenant(house.tenantId, deskActor, (scope) => enterCode(scope, { bookingId, code }));
  if (!entered.ok) throw new Error(entered.refusal);
  return code;
}

test("codes that a statement has are verified, and the money leaves what stands apart", async () => {
  const [one, two, lost, wrong] = [await typed(0), await typed(1), await typed(2), await typed(3)];
  const given = statement([line(one), line(two), line(wrong, 30_000), line(newCode(), 20_000)]);
  expect(await balances()).toEqual([0, 200_000]);
  const before = await preview(given);
  expect(before).toMatchObject({ lines: 4, others: 2, verified: 2, settled: 0, known: 0, unknown: 1 });
  expect(before.differing).toMatchObject([{ receipt: wrong, typedMinor: 50_000, listedMinor: 30_000 }]);
  expect(before.missing).toMatchObject([{ receipt: lost, typedMinor: 50_000, customerName: "Chebet" }]);
  expect(await balances()).toEqual([0, 200_000]);

  expect(await readIn(given)).toEqual(before);
  expect(await balances()).toEqual([100_000, 100_000]);
  const inbox = await readTenant(house.tenantId, deskActor, listInbox);
  expect(inbox.payments.map(({ receipt, doubt }) => [receipt, doubt]).sort()).toEqual(
    [
      [lost, "not_in_statement"],
      [wrong, "amount_differs"],
    ].sort(),
  );
  expect(inbox.receipts.map(({ amountMinor }) => amountMinor).sort()).toEqual([20_000]);
});

test("read in again, or by two at once, it changes nothing more", async () => {
  const given = statement([line(await typed(0)), line(newCode(), 20_000)]);
  await Promise.all([readIn(given), readIn(given), readIn(given)]);
  expect(await balances()).toEqual([50_000, 0]);
  expect(await preview(given)).toMatchObject({ verified: 0, known: 1, unknown: 1, missing: [] });
  expect(await sql`select 1 from mpesa_receipts where tenant_id = ${house.tenantId}`).toHaveLength(2);
});

test("what is for nothing of ours may be left out", async () => {
  await readIn(statement([line(await typed(0)), line(newCode(), 20_000)]), false);
  expect(await sql`select 1 from mpesa_receipts where tenant_id = ${house.tenantId}`).toHaveLength(1);
});

test("a code is missed only where the statement covers when it was typed, and a later one that has it clears it", async () => {
  const code = await typed(0);
  const yesterday = { from: new Date(Date.now() - 48 * hour), to: new Date(Date.now() - 24 * hour) };
  expect((await preview(statement([], yesterday))).missing).toEqual([]);
  expect((await preview(statement([], null))).missing).toEqual([]);
  await readIn(statement([]));
  const doubts = () => sql`select doubt from payments where tenant_id = ${house.tenantId}`;
  expect(await doubts()).toMatchObject([{ doubt: "not_in_statement" }]);
  await readIn(statement([line(code)]));
  expect(await doubts()).toMatchObject([{ doubt: null }]);
});

test("another business's codes are nobody's here", async () => {
  const code = await typed(0);
  const other = await makeMoneyHouse(null);
  const seen = await readTenant(other.tenantId, deskActor, (scope) => previewStatement(scope, statement([line(code)])));
  expect(seen).toMatchObject({ verified: 0, unknown: 1, missing: [] });
});

test("thousands of lines are read in parts; where it breaks off the rest is read the next time", async () => {
  const [first, last] = [await typed(0), await typed(1)];
  const between = Array.from({ length: 1_200 }, (_, n) => line(`U${String(n).padStart(9, "0")}`, 20_000));
  const given = statement([line(first), ...between, line(last)]);
  // Somebody is at the last one's booking all the while.
  const desk = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
  await desk.begin(async (tx) => {
    await tx`select 1 from bookings where id in (select booking_id from payments where tenant_id = ${house.tenantId}
      and receipt = ${last}) for update`;
    await expect(readIn(given)).rejects.toThrow();
  });
  await desk.end();
  expect(await balances()).toEqual([50_000, 50_000]);
  expect(await preview(given)).toMatchObject({ verified: 1 });
  await readIn(given);
  expect(await balances()).toEqual([100_000, 0]);
  const [kept] = await sql`select count(*)::int as n, count(distinct xmin::text)::int as parts
    from mpesa_receipts where tenant_id = ${house.tenantId}`;
  expect(kept!.n).toBe(1_202);
  expect(kept!.parts).toBeGreaterThan(4);
}, 30_000);
