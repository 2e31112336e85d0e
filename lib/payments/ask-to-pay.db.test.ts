import postgres from "postgres";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { now, setClockOffset } from "@/lib/platform/clock";
import type { Actor } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { askToPay } from "./ask-to-pay";
import { getDeposit } from "./get-deposit";
import { lookAtPayment } from "./look-at-payment";
import { sendPrompt } from "./send-prompt";
import { holdWithDeposit, type Money, makeMoneyHouse, startMoney, visitor } from "./testing/money-house";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 4, onnotice: () => {} });
let money: Money;
let house: Awaited<ReturnType<typeof makeMoneyHouse>>;
beforeAll(async () => {
  money = await startMoney({ headless: false });
});
beforeEach(async () => {
  house = await makeMoneyHouse(money.simulator);
});
afterEach(() => setClockOffset(0));
afterAll(() => Promise.all([money.stop(), sql.end()]));

const ask = (bookingId: string, phone = "0712345678", actor: Actor = visitor) =>
  withTenant(house.tenantId, actor, (scope) => askToPay(scope, { bookingId, phone }));
const promptsOn = (phone: string) => money.simulator.control.prompts().filter((one) => one.phone === phone);
/** As if the one before had been answered. */
const answered = (bookingId: string) =>
  sql`update payments set status = 'declined', result_code = '1032' where booking_id = ${bookingId}`;

test("whoever taps twice, or twenty times at once, is asked once", async () => {
  const { bookingId } = await holdWithDeposit(sql, house);
  const answers = await Promise.all(Array.from({ length: 20 }, () => ask(bookingId, "0712000001")));
  const asked = answers.flatMap((answer) => (answer.ok ? [answer.value.paymentId] : []));
  expect(asked).toHaveLength(1);
  expect(answers.filter((answer) => !answer.ok && answer.refusal === "asked_already")).toHaveLength(19);
  await Promise.all(Array.from({ length: 10 }, () => sendPrompt(house.tenantId, asked[0]!)));
  expect(promptsOn("254712000001")).toHaveLength(1);
  expect(await sql`select status, proof from payments where booking_id = ${bookingId}`).toEqual([
    { status: "pending", proof: null },
  ]);
});

test("the amount, the number and the code on the prompt are the booking's own", async () => {
  const { bookingId } = await holdWithDeposit(sql, house, { amountMinor: 75_000 });
  const asked = await ask(bookingId, "+254 712 000 002");
  if (asked.ok) await sendPrompt(house.tenantId, asked.value.paymentId);
  const [booking] = await sql`select reference from bookings where id = ${bookingId}`;
  expect(promptsOn("254712000002")).toMatchObject([{ amount: 750, reference: `${booking!.reference}-1` }]);
});

test("three prompts for a booking, and one in two minutes for a phone", async () => {
  const { bookingId } = await holdWithDeposit(sql, house, { minutes: 20 });
  const again = async (phone: string) => {
    const asked = await ask(bookingId, phone);
    if (!asked.ok) return asked;
    await sendPrompt(house.tenantId, asked.value.paymentId);
    await answered(bookingId);
    return "asked";
  };
  expect(await again("0712000003")).toBe("asked");
  expect(await again("0712000003")).toMatchObject({ refusal: "too_soon", retryAt: expect.any(String) });
  expect(await again("0712000004")).toBe("asked");
  await money.pass(121_000);
  expect(await again("0712000003")).toBe("asked");
  expect(await again("0712000005")).toMatchObject({ refusal: "too_many", most: 3 });
});

test.for([
  ["", "invalid_phone"],
  ["0202345678", "invalid_phone"],
  ["07123456789", "invalid_phone"],
  ["+14155550123", "invalid_phone"],
  ["07I2345678", "invalid_phone"],
] as const)("%s is no phone that can be asked", async ([phone, refusal]) => {
  const { bookingId } = await holdWithDeposit(sql, house);
  expect(await ask(bookingId, phone)).toMatchObject({ ok: false, refusal });
});

test("what is not due is not asked for, nor by anybody else's customer, nor where nobody can ask", async () => {
  const { bookingId, customerId } = await holdWithDeposit(sql, house);
  const stranger: Actor = { kind: "customer", customerId: (await holdWithDeposit(sql, house, { at: 1 })).customerId };
  expect(await ask(bookingId, "0712000006", stranger)).toMatchObject({ refusal: "nothing_due" });
  const byHand = await makeMoneyHouse(null);
  const there = await holdWithDeposit(sql, byHand);
  expect(
    await withTenant(byHand.tenantId, visitor, (scope) =>
      askToPay(scope, { bookingId: there.bookingId, phone: "0712000006" }),
    ),
  ).toMatchObject({ refusal: "no_prompts" });
  setClockOffset(11 * 60_000);
  expect(await ask(bookingId, "0712000006", { kind: "customer", customerId })).toMatchObject({ refusal: "hold_over" });
  await sql`update bookings set deposit = 'paid' where id = ${bookingId}`;
  expect(await ask(bookingId, "0712000006")).toMatchObject({ refusal: "nothing_due" });
  const elsewhere = await makeMoneyHouse(money.simulator);
  expect(
    await withTenant(elsewhere.tenantId, visitor, (scope) => askToPay(scope, { bookingId, phone: "0712000006" })),
  ).toMatchObject({ refusal: "nothing_due" });
});

test("a prompt keeps the time until it has ended and two minutes more, and never for more than twenty", async () => {
  const { bookingId } = await holdWithDeposit(sql, house, { minutes: 1 });
  await ask(bookingId, "0712000007");
  const [row] = await sql`select expires_at, created_at from bookings where id = ${bookingId}`;
  const left = (row!.expires_at as Date).getTime() - now().getTime();
  expect(left).toBeGreaterThan(170_000);
  expect(left).toBeLessThanOrEqual(180_000);
});

test("nobody is asked for what can no longer be kept for as long as a prompt lives", async () => {
  const { bookingId } = await holdWithDeposit(sql, house, { minutes: 1 });
  await sql`update bookings set created_at = created_at - interval '19 minutes 30 seconds' where id = ${bookingId}`;
  await sql`update bookings set expires_at = ${new Date(now().getTime() + 20_000)} where id = ${bookingId}`;
  expect(await ask(bookingId, "0712000011")).toMatchObject({ refusal: "hold_over" });
});

test("two bookings do not ask one phone in one moment", async () => {
  const [one, two] = [await holdWithDeposit(sql, house), await holdWithDeposit(sql, house, { at: 1 })];
  const answers = await Promise.all([ask(one.bookingId, "0712000012"), ask(two.bookingId, "0712000012")]);
  expect(answers.map((answer) => (answer.ok ? "asked" : answer.refusal)).sort()).toEqual(["asked", "too_soon"]);
});

test("while a person looks whether it was paid nobody is asked again; once they have looked, one may be", async () => {
  const { bookingId } = await holdWithDeposit(sql, house);
  expect(await ask(bookingId, "0712000031")).toMatchObject({ ok: true });
  await sql`update payments set status = 'needs_review', doubt = 'never_answered', asked_at = now() where booking_id = ${bookingId}`;
  const read = () => withTenant(house.tenantId, visitor, (scope) => getDeposit(scope, bookingId));
  expect(await read()).toMatchObject({ state: "due", isLookedAt: true });
  expect(await ask(bookingId, "0712000032")).toMatchObject({ refusal: "asked_already" });
  await sql`update payments set doubt = null where booking_id = ${bookingId}`;
  expect(await read()).toMatchObject({ isLookedAt: false });
  expect(await ask(bookingId, "0712000032")).toMatchObject({ ok: true });
});

test("ten times an hour a phone is asked, and no more, whatever for", async () => {
  const phone = "0712000051";
  for (let n = 0; n < 10; n++) {
    const { bookingId } = await holdWithDeposit(sql, house, { at: n });
    const asked = await ask(bookingId, phone);
    if (!asked.ok) throw new Error(asked.refusal);
    // As if it had reached the phone a while ago, and been answered.
    await sql`update payments set status = 'declined', checkout_request_id = id::text, asked_at = asked_at - interval '5 minutes',
      created_at = created_at - interval '5 minutes' where id = ${asked.value.paymentId}`;
  }
  const { bookingId } = await holdWithDeposit(sql, house, { at: 10 });
  const refused = await ask(bookingId, phone);
  expect(refused).toMatchObject({ ok: false, refusal: "phone_often", retryAt: expect.any(String) });
  expect(await ask(bookingId, "0712000052")).toMatchObject({ ok: true });
  await answered(bookingId);
  await sql`update payments set created_at = created_at - interval '1 hour' where tenant_id = ${house.tenantId}`;
  expect(await ask(bookingId, phone)).toMatchObject({ ok: true });
});

/** As if it had been placed so many minutes ago. */
const aged = (bookingId: string, minutes: number) =>
  sql`update bookings set created_at = created_at - ${minutes} * interval '1 minute',
    expires_at = expires_at - ${minutes} * interval '1 minute' where id = ${bookingId}`;
const secondsLeft = async (bookingId: string) => {
  const [row] = await sql`select expires_at from bookings where id = ${bookingId}`;
  return ((row!.expires_at as Date).getTime() - now().getTime()) / 1_000;
};

test("what is kept for longer than most is kept to a prompt's end as well, and never for less than it was", async () => {
  const { bookingId } = await holdWithDeposit(sql, house, { minutes: 30 });
  expect(await ask(bookingId, "0712000021")).toMatchObject({ ok: true });
  expect(await secondsLeft(bookingId)).toBeGreaterThan(29 * 60);
  await answered(bookingId);
  await aged(bookingId, 29);
  expect(await ask(bookingId, "0712000022")).toMatchObject({ ok: true });
  const left = await secondsLeft(bookingId);
  expect(left).toBeGreaterThan(170);
  expect(left).toBeLessThanOrEqual(180);
});

test.for([
  { minutes: 10, age: 1 },
  { minutes: 20, age: 17 },
  { minutes: 30, age: 27 },
])("nobody knows: the time is kept for 15 minutes from then on, after $age of $minutes", async ({ minutes, age }) => {
  const { bookingId } = await holdWithDeposit(sql, house, { minutes });
  await aged(bookingId, age);
  const asked = await ask(bookingId, `07120001${minutes}`);
  if (!asked.ok) throw new Error(asked.refusal);
  const { paymentId } = asked.value;
  await sql`update payments set status = 'pending', checkout_request_id = ${`ws_${paymentId}`},
    merchant_request_id = ${paymentId}, asked_at = ${new Date(now().getTime() - 90_000)} where id = ${paymentId}`;
  await lookAtPayment(house.tenantId, paymentId);
  expect(await sql`select status from payments where id = ${paymentId}`).toEqual([{ status: "unknown" }]);
  const left = await secondsLeft(bookingId);
  expect(left).toBeGreaterThan(14.5 * 60);
  expect(left).toBeLessThanOrEqual(15 * 60);
});
