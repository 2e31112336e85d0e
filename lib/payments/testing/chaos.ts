import postgres from "postgres";
import type { House } from "@/db/testing/house";
import { now } from "@/lib/platform/clock";
import { seeded } from "../simulator/random";
import type { StkOptions } from "../simulator/stk-options";
import { type CallbackPlan, failed, paid, type Timeline } from "../simulator/timeline";
import { holdWithDeposit, makeMoneyHouse, prompt, startMoney } from "./money-house";

export type ChaosOptions = {
  payments: number;
  businesses: number;
  seed: number;
  say?: (line: string) => void;
};

export type ChaosReport = {
  payments: number;
  /** To the shilling, in minor units. */
  tillMinor: number;
  ledgerMinor: number;
  /** Payments with more than one credit that stands. */
  twice: number;
  /** Payments that are paid here and moved nothing there. */
  forged: number;
  /** Payments that moved money there and are not paid here. */
  missing: number;
  promptedTwice: number;
  /** What became of callbacks, by what was planned. */
  planned: Record<string, number>;
  /** After the last fault, until the ledger was the till; null when it never was. */
  healedAfterMinutes: number | null;
  statuses: Record<string, number>;
};

const atOnce = 20;
const minute = 60_000;
/** As the promise has it: all is well this long after the faults stop. */
export const healWithinMinutes = 15;

/**
 * Many payments through a Safaricom that loses, repeats, delays, reorders, forges and alters: each fifth callback in each
 * of these ways. Then the faults stop, and time goes on until the ledger is the till.
 */
export async function runChaos({ payments, businesses, seed, say = () => {} }: ChaosOptions): Promise<ChaosReport> {
  const random = seeded(seed);
  const planned: Record<string, number> = {};
  const money = await startMoney({ seed, choose: chooser(random.next, planned), flaps: 0.2 });
  const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 8, onnotice: () => {} });
  try {
    const houses: House[] = [];
    for (let n = 0; n < businesses; n++) houses.push(await makeMoneyHouse(money.simulator, { staff: 10 }));
    const began = performance.now();
    for (let at = 0; at < payments; at += atOnce) {
      const some = Array.from({ length: Math.min(atOnce, payments - at) }, (_, n) => at + n);
      await Promise.all(
        some.map(async (n) => {
          const house = houses[n % businesses]!;
          const amountMinor = (1 + Math.floor(random.next() * 5_000)) * 100;
          const { bookingId } = await holdWithDeposit(sql, house, { at: Math.floor(n / businesses), amountMinor });
          await prompt(house.tenantId, bookingId, `07${String(n).padStart(8, "0")}`);
        }),
      );
      await money.pass(2_000);
      if ((at / atOnce) % 25 === 24)
        say(`${at + atOnce} payments, ${Math.round((performance.now() - began) / 1_000)} s`);
    }
    const stopped = now().getTime();
    let healedAfterMinutes: number | null = null;
    // Time goes on to the end of the promise: what came right must also stay so.
    for (let gone = 0; gone < healWithinMinutes; gone++) {
      await money.pass(minute, 20_000);
      const sums = await sumsOf(sql, money.simulator.control.till());
      if (sums.ledgerMinor !== sums.tillMinor) healedAfterMinutes = null;
      else healedAfterMinutes ??= Math.round((now().getTime() - stopped) / minute);
    }
    const till = money.simulator.control.till();
    const asked = money.simulator.control.prompts().map(({ phone }) => phone);
    return {
      ...{ payments, planned, healedAfterMinutes },
      ...(await sumsOf(sql, till)),
      ...(await comparisonOf(sql, till)),
      promptedTwice: asked.length - new Set(asked).size,
    };
  } finally {
    await Promise.all([money.stop(), sql.end()]);
  }
}

/** Whether what the report says is what was promised. */
export const isWhole = (report: ChaosReport): boolean =>
  report.ledgerMinor === report.tillMinor &&
  report.twice + report.forged + report.missing + report.promptedTwice === 0 &&
  report.healedAfterMinutes !== null;

export const inOneLine = (report: ChaosReport): string =>
  `${isWhole(report) ? "whole" : "NOT WHOLE"}: ${report.payments} payments; ledger ${report.ledgerMinor / 100}, till ${report.tillMinor / 100}; credited twice ${report.twice}, forged and credited ${report.forged}, paid and missing ${report.missing}, prompted twice ${report.promptedTwice}; healed ${report.healedAfterMinutes ?? "never"} simulated minutes after the faults stopped (promise ${healWithinMinutes})`;

const forgeries: CallbackPlan["said"][] = ["one_shilling", "wrong_merchant_id", "unknown_checkout_id", "replay"];
const codes = ["1", "1032", "1037", "2001", "1019", "17"];

/** What happens to each payment, by the dice. */
function chooser(dice: () => number, planned: Record<string, number>): NonNullable<StkOptions["choose"]> {
  const happens = (share: number, what: string) => {
    const yes = dice() < share;
    if (yes) planned[what] = (planned[what] ?? 0) + 1;
    return yes;
  };
  return (): Timeline => {
    const pays = dice() < 0.8;
    const doneMs = 3_000 + Math.floor(dice() * 20_000);
    const code = codes[Math.floor(dice() * codes.length)]!;
    const real: CallbackPlan = { atMs: doneMs, said: pays ? "paid" : { code } };
    if (happens(0.2, "delayed")) real.atMs += Math.floor(dice() * 5 * minute);
    const callbacks: CallbackPlan[] = happens(0.2, "lost") ? [] : [real];
    if (callbacks.length > 0 && happens(0.2, "duplicated"))
      callbacks.push({ ...real, times: 2 }, { ...real, atMs: real.atMs + Math.floor(dice() * minute) });
    if (pays && happens(0.2, "reordered")) callbacks.unshift({ atMs: doneMs, said: { code: "1032" } });
    if (happens(0.2, "forged")) {
      const said = forgeries[Math.floor(dice() * forgeries.length)]!;
      callbacks.unshift({ atMs: 1_000 + Math.floor(dice() * doneMs), said });
    }
    if (happens(0.2, "altered")) {
      // The right words at a wrong address, or from somebody else's.
      const how = dice() < 0.5 ? ({ wrongPath: true } as const) : ({ stranger: true } as const);
      callbacks.unshift({ atMs: 1_000 + Math.floor(dice() * doneMs), said: "paid", ...how });
    }
    const base = pays ? paid({ moneyAtMs: doneMs, endsAtMs: doneMs }) : failed(code, doneMs);
    const queries = [{ fromMs: doneMs + 1_000, reply: { code: pays ? "0" : code } }];
    const submit = happens(0.03, "push answer lost") ? ({ submit: "answer_lost" } as const) : {};
    return { ...base, queries, callbacks, ...submit };
  };
}

type Till = { amount: number; checkoutRequestId?: string | null | undefined; phone: string }[];

async function sumsOf(sql: postgres.Sql, till: Till): Promise<{ tillMinor: number; ledgerMinor: number }> {
  const [row] = await sql<{ sum: string }[]>`
    select coalesce(sum(debit_minor - credit_minor), 0) as sum from ledger_entries where account = 'mpesa'`;
  return { ledgerMinor: Number(row!.sum), tillMinor: till.reduce((sum, { amount }) => sum + amount * 100, 0) };
}

async function comparisonOf(sql: postgres.Sql, till: Till) {
  const rows = await sql<{ phone: string; status: string; credits: number }[]>`
    select p.phone, p.status, (select count(*)::int from ledger_transactions t
      join ledger_entries e on e.tenant_id = t.tenant_id and e.transaction_id = t.id and e.account = 'mpesa' and e.debit_minor > 0
      where t.tenant_id = p.tenant_id and t.payment_id = p.id) as credits
    from payments p`;
  const moved = new Set(till.map(({ phone }) => `+${phone}`));
  const isPaid = ({ status }: { status: string }) => status === "paid" || status === "paid_late";
  return {
    twice: rows.filter(({ credits }) => credits > 1).length,
    forged: rows.filter((row) => isPaid(row) && !moved.has(row.phone)).length,
    missing: rows.filter((row) => !isPaid(row) && moved.has(row.phone)).length,
    statuses: counted(rows.map(({ status }) => status)),
  };
}

function counted(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
