import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import type { Actor } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { askToPay } from "./ask-to-pay";
import { enterCode } from "./enter-code";
import { getDeposit } from "./get-deposit";
import { keepReceipts } from "./internal/keep-receipts";
import { holdWithDeposit, type Money, makeMoneyHouse, prompt, startMoney, visitor } from "./testing/money-house";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 4, onnotice: () => {} });
const desk: Actor = { kind: "member", userId: newId(), role: "front_desk", staffId: null };
const job: Actor = { kind: "system", job: "test" };
let money: Money;
let house: Awaited<ReturnType<typeof makeMoneyHouse>>;
beforeAll(async () => {
  money = await startMoney();
});
beforeEach(async () => {
  house = await makeMoneyHouse(null);
});
afterAll(() => Promise.all([money.stop(), sql.end()]));

const enter = (bookingId: string, code: string, actor: Actor = visitor, where = house) =>
  withTenant(where.tenantId, actor, (scope) => enterCode(scope, { bookingId, code }));
const deposit = (bookingId: string, where = house) =>
  withTenant(where.tenantId, visitor, (scope) => getDeposit(scope, bookingId));
const balance = async (account: string, where = house) =>
  (
    await sql`select coalesce(sum(debit_minor - credit_minor), 0)::int as sum from ledger_entries
    where tenant_id = ${where.tenantId} and account = ${account}`
  )[0]!.sum;
const arrives = (receipt: string, amountMinor: number, where = house, reference = "") =>
  withTenant(where.tenantId, job, (scope) =>
    keepReceipts(scope, [{ receipt, amountMinor, reference, paidAt: now() }], "csv"),
  );

test("without keys the number is shown and the code counts, apart, until the statement says the same", async () => {
  const { bookingId } = await holdWithDeposit(sql, house);
  expect(await deposit(bookingId)).toMatchObject({
    state: "due",
    prompts: false,
    account: { kind: "paybill", number: house.account.shortcode },
    latest: null,
  });
  expect(await enter(bookingId, " zk12abcdef ")).toMatchObject({ ok: true, value: { checking: false } });
  expect(await deposit(bookingId)).toMatchObject({ state: "paid", latest: { receipt: "ZK12ABCDEF", method: "code" } });
  expect([await balance("mpesa_by_hand"), await balance("mpesa")]).toEqual([50_000, 0]);
  await arrives("ZK12ABCDEF", 50_000);
  await arrives("ZK12ABCDEF", 50_000);
  expect([await balance("mpesa_by_hand"), await balance("mpesa")]).toEqual([0, 50_000]);
});

test.for(["", "12345", "ZK12ABCDE", "ZK12ABCDEFG", "1K12ABCDEF", "ZK12-BCDEF", "'; drop"])(
  "%s is no code",
  async (code) => {
    const { bookingId } = await holdWithDeposit(sql, house);
    expect(await enter(bookingId, code)).toMatchObject({ refusal: "invalid_code" });
  },
);

test("a code that was mistyped is typed again as long as nothing vouches for it, and no money is written twice", async () => {
  const [{ bookingId }, other] = [await holdWithDeposit(sql, house), await holdWithDeposit(sql, house, { at: 1 })];
  await enter(bookingId, "ZK12ABCDX1");
  await enter(other.bookingId, "ZK12ABCDX9");
  expect(await enter(bookingId, "ZK12ABCDX9")).toMatchObject({ refusal: "code_used" });
  expect(await enter(bookingId, "ZK12ABCDX2")).toMatchObject({ ok: true });
  expect(await deposit(bookingId)).toMatchObject({ latest: { receipt: "ZK12ABCDX2", isUnverified: true } });
  expect(await balance("mpesa_by_hand")).toBe(100_000);
  await arrives("ZK12ABCDX3", 50_000);
  expect(await enter(bookingId, "ZK12ABCDX3")).toMatchObject({ ok: true });
  expect(await deposit(bookingId)).toMatchObject({ latest: { receipt: "ZK12ABCDX3", isUnverified: false } });
  expect([await balance("mpesa_by_hand"), await balance("mpesa")]).toEqual([50_000, 50_000]);
  expect(await enter(bookingId, "ZK12ABCDX4")).toMatchObject({ refusal: "nothing_due" });
});

test("a code pays once, by whomever it is typed, and for its own amount", async () => {
  const [one, two, three] = [0, 1, 2].map((at) => holdWithDeposit(sql, house, { at }));
  expect(await enter((await one!).bookingId, "ZK12ABCDE1")).toMatchObject({ ok: true });
  expect(await enter((await two!).bookingId, "ZK12ABCDE1")).toMatchObject({ refusal: "code_used" });
  await arrives("ZK12ABCDE2", 10_000);
  expect(await enter((await three!).bookingId, "ZK12ABCDE2", desk)).toMatchObject({ refusal: "other_amount" });
  const both = await Promise.all(
    [enter((await two!).bookingId, "ZK12ABCDE3"), enter((await three!).bookingId, "ZK12ABCDE3")].map((answer) =>
      answer.catch((error: unknown) => ({ ok: false, refusal: String(error) })),
    ),
  );
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  const other = await makeMoneyHouse(null);
  const there = await holdWithDeposit(sql, other);
  expect(await enter(there.bookingId, "ZK12ABCDE1", visitor, other)).toMatchObject({ ok: true });
});

test("with keys a customer's code is a hint, and M-Pesa's list decides", async () => {
  const keyed = await makeMoneyHouse(money.simulator);
  const { bookingId } = await holdWithDeposit(sql, keyed);
  expect(await enter(bookingId, "ZK12ABCDE4", visitor, keyed)).toMatchObject({ ok: true, value: { checking: true } });
  expect(await deposit(bookingId, keyed)).toMatchObject({ state: "due", latest: { claimed: "ZK12ABCDE4" } });
  expect(await balance("mpesa_by_hand", keyed)).toBe(0);
  await arrives("ZK12ABCDE4", 50_000, keyed);
  expect(await deposit(bookingId, keyed)).toMatchObject({ state: "paid" });
  expect([await balance("mpesa_by_hand", keyed), await balance("mpesa", keyed)]).toEqual([0, 50_000]);
});

test("a payer who typed the code of a prompt whose callback was lost is found by it", async () => {
  const keyed = await makeMoneyHouse(money.simulator);
  const { bookingId } = await holdWithDeposit(sql, keyed);
  await prompt(keyed.tenantId, bookingId, "+254700000021");
  await money.pass(10_000, 5_000);
  const [moved] = money.simulator.control.till();
  expect(await enter(bookingId, moved!.receipt, visitor, keyed)).toMatchObject({ ok: true });
  await money.pass(30_000, 5_000);
  expect(await deposit(bookingId, keyed)).toMatchObject({
    state: "paid",
    latest: { receipt: moved!.receipt, method: "prompt" },
  });
  expect(await balance("mpesa", keyed)).toBe(50_000);
  expect(await sql`select count(*)::int as n from payments where booking_id = ${bookingId}`).toEqual([{ n: 1 }]);
});

test("the desk's word counts at once; the callback that comes after it verifies, and adds nothing", async () => {
  const keyed = await makeMoneyHouse(money.simulator);
  const { bookingId } = await holdWithDeposit(sql, keyed);
  const paymentId = await prompt(keyed.tenantId, bookingId, "+254700000020");
  await money.pass(10_000);
  const moved = money.simulator.control.till().at(-1)!;
  expect(await enter(bookingId, moved.receipt, desk, keyed)).toMatchObject({
    ok: true,
    value: { paymentId, checking: false },
  });
  expect(await balance("mpesa_by_hand", keyed)).toBe(50_000);
  await money.pass(5 * 60_000, 60_000);
  expect([await balance("mpesa_by_hand", keyed), await balance("mpesa", keyed)]).toEqual([0, 50_000]);
});

test("a code typed after a prompt that was cancelled waits by itself, may be typed anew, and nobody is asked meanwhile", async () => {
  const keyed = await makeMoneyHouse(money.simulator);
  const { bookingId } = await holdWithDeposit(sql, keyed);
  await prompt(keyed.tenantId, bookingId, "+254700000002");
  await money.pass(15_000, 5_000);
  expect(await deposit(bookingId, keyed)).toMatchObject({ latest: { status: "declined", why: "cancelled" } });
  expect(await enter(bookingId, "ZK12ABCDE8", visitor, keyed)).toMatchObject({ ok: true, value: { checking: true } });
  expect(await deposit(bookingId, keyed)).toMatchObject({ latest: { status: "created", claimed: "ZK12ABCDE8" } });
  expect(
    await withTenant(keyed.tenantId, visitor, (scope) => askToPay(scope, { bookingId, phone: "0712345678" })),
  ).toMatchObject({ refusal: "asked_already" });
  await enter(bookingId, "ZK12ABCDE9", visitor, keyed);
  await arrives("ZK12ABCDE9", 50_000, keyed);
  expect(await deposit(bookingId, keyed)).toMatchObject({ state: "paid", latest: { receipt: "ZK12ABCDE9" } });
  expect(await sql`select count(*)::int as n from payments where booking_id = ${bookingId}`).toEqual([{ n: 2 }]);
});
