import postgres from "postgres";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { clockOffset, setClockOffset } from "@/lib/platform/clock";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { askToPay } from "./ask-to-pay";
import { sharedTokens } from "./internal/shared-tokens";
import { lookAtPayment } from "./look-at-payment";
import { sendPrompt } from "./send-prompt";
import { credentialsOf } from "./simulator/accounts";
import { holdWithDeposit, type Money, makeMoneyHouse, prompt, startMoney, visitor } from "./testing/money-house";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 4, onnotice: () => {} });
let money: Money;
let house: Awaited<ReturnType<typeof makeMoneyHouse>>;
beforeAll(async () => {
  money = await startMoney();
});
beforeEach(async () => {
  house = await makeMoneyHouse(money.simulator);
});
afterEach(() => setClockOffset(0));
afterAll(() => Promise.all([money.stop(), sql.end()]));

async function asked(phone: string): Promise<string> {
  const { bookingId } = await holdWithDeposit(sql, house);
  const answer = await withTenant(house.tenantId, visitor, (scope) => askToPay(scope, { bookingId, phone }));
  if (!answer.ok) throw new Error(answer.refusal);
  return answer.value.paymentId;
}
const later = (ms: number) => setClockOffset(clockOffset() + ms);
const rowOf = async (id: string) => (await sql`select status, result_code, doubt from payments where id = ${id}`)[0];
const promptsOn = (phone: string) => money.simulator.control.prompts().filter((one) => one.phone === phone).length;

test("who finds a prompt sent and not answered sends nothing, and says that nobody knows", async () => {
  const id = await asked("0712100001");
  // As the row stands when the process ended between sending and storing.
  await sql`update payments set status = 'submitting', asked_at = now() where id = ${id}`;
  await sendPrompt(house.tenantId, id);
  expect(await rowOf(id)).toMatchObject({ status: "submitting" });
  later(121_000);
  await sendPrompt(house.tenantId, id);
  expect(await rowOf(id)).toMatchObject({ status: "unknown" });
  expect(promptsOn("254712100001")).toBe(0);
});

test("a prompt that nobody sent in time is not sent out of the blue", async () => {
  const id = await asked("0712100002");
  later(4 * 60_000);
  await sendPrompt(house.tenantId, id);
  expect(await rowOf(id)).toMatchObject({ status: "declined", result_code: "never_sent" });
  expect(promptsOn("254712100002")).toBe(0);
});

test("wrong keys are the house's fault, never the payer's, and the house is told", async () => {
  await sql`update mpesa_accounts set number = '999999' where tenant_id = ${house.tenantId}`;
  const id = await asked("0712100003");
  await sendPrompt(house.tenantId, id);
  expect(await rowOf(id)).toMatchObject({ status: "config_error", doubt: "config" });
  expect(await sql`select 1 from events where tenant_id = ${house.tenantId} and name = 'payment.doubted'`).toHaveLength(
    1,
  );
});

test("fifty prompts at once need one token, in however many processes", async () => {
  const account = credentialsOf(house.account);
  let made = 0;
  const fresh = async () => {
    made++;
    await new Promise((resolve) => setTimeout(resolve, 50));
    return { kind: "token", token: `token ${made}`, goodUntil: new Date(Date.now() + 3_000_000) } as const;
  };
  const key = Symbol.for("clientpulse.daraja-tokens-asked");
  const processes = Array.from({ length: 50 }, (_, at) => {
    // What a process remembers is its own: every fifth is a new one.
    if (at % 5 === 0) (globalThis as unknown as Record<symbol, unknown>)[key] = undefined;
    return sharedTokens(house.tenantId).get(account, fresh);
  });
  const tokens = (await Promise.all(processes)).map((answer) => (answer.kind === "token" ? answer.token : answer.kind));
  expect(new Set(tokens)).toEqual(new Set(["token 1"]));
  expect(made).toBe(1);
  await sharedTokens(house.tenantId).drop(account, "an older one");
  expect(await sharedTokens(house.tenantId).get(account, fresh)).toMatchObject({ token: "token 1" });
  await sharedTokens(house.tenantId).drop(account, "token 1");
  expect(await sharedTokens(house.tenantId).get(account, fresh)).toMatchObject({ token: "token 2" });
  const kept = await sql`select sealed from daraja_tokens where tenant_id = ${house.tenantId}`;
  expect(kept[0]!.sealed).not.toContain("token");
});

test("twenty payments that wait are asked after no more than five times a minute in the sandbox", async () => {
  const sandbox = await makeMoneyHouse(money.simulator, {
    environment: "sandbox",
    staff: 4,
    // The sandbox tells nobody what came in.
    account: { products: ["stk"] },
  });
  // Paid, and nobody says so.
  money.simulator.control.addRule({ scenario: "021" });
  for (let at = 0; at < 20; at++) {
    const { bookingId } = await holdWithDeposit(sql, sandbox, { at });
    await prompt(sandbox.tenantId, bookingId, `07122000${String(at).padStart(2, "0")}`);
  }
  const before = money.simulator.control.log().filter(({ what }) => what === "query").length;
  await money.pass(5 * 60_000, 5_000);
  const queries = money.simulator.control.log().filter(({ what }) => what === "query").length - before;
  console.log(`queries in five minutes: ${queries}`);
  expect(queries).toBeGreaterThan(5);
  expect(queries).toBeLessThanOrEqual(25);
}, 120_000);

test("screens hear when it is on the phone, and when nobody knows any more what became of it", async () => {
  const heard = async (id: string) =>
    (
      await sql`select name from events where tenant_id = ${house.tenantId} and payload ->> 'paymentId' = ${id} order by seq`
    ).map(({ name }) => name);
  const id = await asked("0712100009");
  await sendPrompt(house.tenantId, id);
  expect(await heard(id)).toEqual(["payment.asked", "payment.awaited"]);
  await sql`update payments set asked_at = now() - interval '2 minutes' where id = ${id}`;
  await lookAtPayment(house.tenantId, id);
  expect(await rowOf(id)).toMatchObject({ status: "unknown" });
  expect(await heard(id)).toEqual(["payment.asked", "payment.awaited", "payment.awaited"]);
});
