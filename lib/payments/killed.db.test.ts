import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { clockOffset } from "@/lib/platform/clock";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { askToPay } from "./ask-to-pay";
import { holdWithDeposit, type Money, makeMoneyHouse, startMoney, visitor } from "./testing/money-house";

// A server is killed in the middle of a payment, again and again, and another takes its place.
const kills = process.env.TEST_SIZE === "full" ? 20 : 6;
const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 4, onnotice: () => {} });
let money: Money;
beforeAll(async () => {
  money = await startMoney();
});
afterAll(() => Promise.all([money.stop(), sql.end()]));

const program = fileURLToPath(new URL("./testing/paying-process.ts", import.meta.url));

async function start(): Promise<ChildProcess> {
  const child = fork(program, {
    execArgv: ["--conditions=react-server", "--import", "tsx"],
    env: { ...process.env, NODE_OPTIONS: "" },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  await once(child, "message");
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}

test(`killed ${kills} times at random points of a payment, nothing is lost and nothing is doubled`, async () => {
  const house = await makeMoneyHouse(money.simulator, { staff: 3 });
  let next = start();
  for (let n = 0; n < kills; n++) {
    const child = await next;
    // The one that takes its place starts meanwhile.
    if (n + 1 < kills) next = start();
    const { bookingId } = await holdWithDeposit(sql, house, { at: n, minutes: 20 });
    const phone = `07150000${String(n).padStart(2, "0")}`;
    const asked = await withTenant(house.tenantId, visitor, (scope) => askToPay(scope, { bookingId, phone }));
    if (!asked.ok) throw new Error(asked.refusal);
    child.send({ go: { tenantId: house.tenantId, paymentId: asked.value.paymentId, offsetMs: clockOffset() } });
    // Some are killed while they ask, some while they read what came back.
    const dies = new Promise((resolve) => setTimeout(resolve, Math.random() * 250));
    if (n % 2 === 1) await money.simulator.control.advance(9_000);
    await dies;
    await kill(child);
  }
  await money.pass(5 * 60_000, 10_000);
  await money.pass(15 * 60_000, 60_000);

  const rows = await sql`select p.phone, p.status, (select count(*)::int from ledger_transactions t
    where t.tenant_id = p.tenant_id and t.payment_id = p.id) as entries from payments p where p.tenant_id = ${house.tenantId}`;
  const moved = new Set(money.simulator.control.till().map(({ phone }) => `+${phone}`));
  const asked = money.simulator.control.prompts().map(({ phone }) => phone);
  console.log(`${kills} kills: ${asked.length} prompts, ${moved.size} paid`);
  expect(new Set(asked).size).toBe(asked.length);
  expect(rows).toHaveLength(kills);
  for (const { phone, status, entries } of rows)
    expect({ phone, status, entries }).toEqual({
      phone,
      status: moved.has(phone) ? expect.stringMatching(/^paid(_late)?$/) : expect.not.stringMatching(/^paid/),
      entries: moved.has(phone) ? 1 : 0,
    });
  expect(moved.size).toBeGreaterThan(0);
}, 240_000);
