import postgres from "postgres";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { House } from "@/db/testing/house";
import { scenarios } from "./simulator/timeline";
import { holdWithDeposit, type Money, makeMoneyHouse, prompt, startMoney } from "./testing/money-house";

// Every way in which Safaricom answers, loses, repeats or forges a payment, each on a phone of its own, all at once.
const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 4, onnotice: () => {} });
let money: Money;
let house: House;

type End = { status: string; entries: number; receipt: boolean; booking: string };
const paid: End = { status: "paid", entries: 1, receipt: true, booking: "confirmed" };
const unpaid = (status: string): End => ({ status, entries: 0, receipt: false, booking: "expired" });
const declined = unpaid("declined");
const expired = unpaid("expired");
const misset = unpaid("config_error");

/** What each comes to within twenty minutes. */
const ends: Record<string, End> = {
  "000": paid,
  "001": declined,
  "002": declined,
  "003": expired,
  "004": declined,
  "005": expired,
  "006": declined,
  "007": declined,
  "008": declined,
  "009": declined,
  "010": declined,
  "011": misset,
  "012": declined,
  "013": misset,
  "014": declined,
  "015": declined,
  "016": declined,
  "017": declined,
  "020": paid,
  "021": paid,
  "022": paid,
  "023": paid,
  "024": paid,
  "025": paid,
  "026": paid,
  "027": paid,
  "028": unpaid("unknown"),
  "029": paid,
  "030": paid,
  "031": declined,
  "032": declined,
  "033": declined,
  "034": declined,
  "035": declined,
  "036": paid,
  "037": paid,
  "038": paid,
  "039": paid,
  "040": paid,
  "041": paid,
  "042": declined,
  "043": paid,
  "044": declined,
  "050": paid,
  "051": paid,
  "052": paid,
};

const paymentOf: Record<string, string> = {};

beforeAll(async () => {
  money = await startMoney();
  house = await makeMoneyHouse(money.simulator, { staff: 5 });
  const ask = async (scenario: string, at: number) => {
    const { bookingId } = await holdWithDeposit(sql, house, { at });
    paymentOf[scenario] = await prompt(house.tenantId, bookingId, `+254700000${scenario}`);
  };
  const [early, replayed] = ["024", "035"];
  const others = Object.keys(ends).filter((scenario) => scenario !== early && scenario !== replayed);
  await Promise.all(others.map(ask));
  // Its push is answered only after time has gone on.
  const asking = ask(early!, others.length);
  await vi.waitFor(() =>
    expect(money.simulator.control.prompts().map(({ phone }) => phone.slice(-3))).toContain(early),
  );
  await money.pass(10_000, 1_000);
  await asking;
  // Its forger has another payment's receipt, which has to be there.
  await ask(replayed!, others.length + 1);
  await money.pass(40_000, 1_000);
  await money.pass(120_000, 5_000);
  await money.pass(20 * 60_000, 20_000);
}, 240_000);
afterAll(() => Promise.all([money.stop(), sql.end()]));

async function endOf(paymentId: string): Promise<End> {
  const [row] = await sql<End[]>`
    select p.status, p.receipt is not null as receipt, b.status as booking, (
      select count(*)::int from ledger_transactions t where t.tenant_id = p.tenant_id and t.payment_id = p.id) as entries
    from payments p join bookings b on b.tenant_id = p.tenant_id and b.id = p.booking_id where p.id = ${paymentId}`;
  return { ...row! };
}

test("every scenario of the simulator has its end here", () => {
  expect(Object.keys(ends).sort()).toEqual(Object.keys(scenarios).sort());
});

test.for(Object.entries(ends))("%s", async ([scenario, end]) => {
  expect(await endOf(paymentOf[scenario]!)).toEqual(end);
});

test("the ledger has what the simulator's till has, to the shilling", async () => {
  const [{ sum } = { sum: 0 }] = await sql<{ sum: number }[]>`
    select coalesce(sum(e.debit_minor - e.credit_minor), 0)::int as sum from ledger_entries e
    where e.tenant_id = ${house.tenantId} and e.account = 'mpesa'`;
  const moved = money.simulator.control.till().reduce((all, { amount }) => all + amount * 100, 0);
  expect(sum).toBe(moved);
});

test("no phone was asked twice", () => {
  const asked = money.simulator.control.prompts().map(({ phone }) => phone);
  expect(new Set(asked).size).toBe(asked.length);
});
