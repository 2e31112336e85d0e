import { sql } from "drizzle-orm";
import { now } from "@/lib/platform/clock";
import { inWords, log } from "@/lib/platform/log";
import type { Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import type { DarajaAccount } from "./daraja/account";
import { type PullAnswer, type PulledTransaction, pullTransactions } from "./daraja/pull";
import { darajaAccount } from "./get-account";
import { type Coverage, coveredAfter, writtenLateMs } from "./internal/coverage";
import { coverageOf } from "./internal/coverage-of";
import { darajaDeps } from "./internal/daraja-deps";
import { noteReceipts, settleReceipt } from "./internal/keep-receipts";
import { planPull } from "./internal/plan-pull";
import { denied } from "./rules";

const actor = { kind: "system", job: "pull receipts" } as const;
/** Safaricom tells of the last two days. */
const mostMs = 47 * 3_600_000;
const againMs = 5 * 60_000;
const mostPages = 50;
/** A stretch that holds more is read in halves, down to this. */
const leastMs = 15 * 60_000;
const manyAtOnce = 200;

/** Reads the list of what came in since the last time, and lets it settle, complete or contradict what is known. */
export async function pullReceipts(tenantId: string): Promise<void> {
  const start = await withTenant(tenantId, actor, async (scope) => {
    const account = await darajaAccount(scope);
    return account && { account, coverage: await coverageOf(scope) };
  });
  if (!start) return;
  // Safaricom's clock may be a little ahead of ours.
  const to = now();
  const until = new Date(to.getTime() + 2 * 60_000);
  const from = startOf(start.coverage);
  const read = await pullAll(tenantId, start.account, { from, to: until });
  if (!read) {
    await withTenant(tenantId, actor, async (scope) => {
      await scope.tx.execute(
        sql`update mpesa_accounts set pulls = coalesce(pulls, false) where tenant_id = ${tenantId}`,
      );
      await planNext(scope);
    });
    return;
  }
  const { found, whole } = read;
  for (let at = 0; at < found.length; at += manyAtOnce) {
    const some = found.slice(at, at + manyAtOnce);
    const { matches } = await withTenant(tenantId, actor, (scope) => noteReceipts(scope, some.map(received), "pull"));
    // One by one: each has the locks of its own booking.
    for (const match of matches) await withTenant(tenantId, actor, (scope) => settleReceipt(scope, match));
  }
  await withTenant(tenantId, actor, async (scope) => {
    await keepCoverage(scope, start.account, whole ? { from, to } : null);
    await planNext(scope);
  });
}

const received = ({ receipt, amountKes, reference, at }: PulledTransaction) => ({
  receipt,
  amountMinor: amountKes * 100,
  reference,
  paidAt: at ?? now(),
});

/** It was read with these keys; others may have taken their place meanwhile, and then it says nothing of theirs. */
async function keepCoverage(scope: Scope, account: DarajaAccount, read: { from: Date; to: Date } | null) {
  const before = await coverageOf(scope, true);
  if (JSON.stringify(await darajaAccount(scope)) !== JSON.stringify(account)) return;
  const { since, to } = read ? coveredAfter(before, read) : before;
  await scope.tx.execute(sql`
    update mpesa_accounts set pulls = true, pulled_since = ${since?.toISOString() ?? null}, pulled_to = ${to?.toISOString() ?? null}
    where tenant_id = ${scope.tenantId}`);
}

const startOf = ({ to }: Coverage): Date =>
  new Date(Math.max(now().getTime() - mostMs, to ? to.getTime() - writtenLateMs : 0));

type Stretch = { from: Date; to: Date };
type Pulled = { found: PulledTransaction[]; whole: boolean };

/** Null when Safaricom does not tell. */
async function pullAll(tenantId: string, account: DarajaAccount, stretch: Stretch): Promise<Pulled | null> {
  const read = await pullPages(tenantId, account, stretch);
  const long = stretch.to.getTime() - stretch.from.getTime();
  if (!read || read.whole || long < 2 * leastMs) return read;
  const middle = new Date(stretch.from.getTime() + Math.floor(long / 2));
  const all = new Map(read.found.map((one) => [one.receipt, one]));
  let whole = true;
  for (const half of [
    { from: stretch.from, to: middle },
    { from: middle, to: stretch.to },
  ]) {
    const part = await pullAll(tenantId, account, half);
    for (const one of part?.found ?? []) all.set(one.receipt, one);
    whole &&= part?.whole ?? false;
  }
  return { found: [...all.values()], whole };
}

/** Whole when the last page brought nothing new. */
async function pullPages(tenantId: string, account: DarajaAccount, stretch: Stretch): Promise<Pulled | null> {
  const all = new Map<string, PulledTransaction>();
  for (let page = 0, offset = 0; page < mostPages; page++) {
    const answer = await pullTransactions(darajaDeps(tenantId), account, { ...stretch, offset }).catch(
      (error): PullAnswer => ({ kind: "unknown", detail: inWords(error) }),
    );
    if (answer.kind !== "transactions") {
      log().warn({ kind: answer.kind }, "what came in was not told");
      return null;
    }
    const before = all.size;
    for (const one of answer.transactions) all.set(one.receipt, one);
    offset += answer.transactions.length;
    if (all.size === before) return { found: [...all.values()], whole: true };
  }
  return { found: [...all.values()], whole: false };
}

/** As long as something is open, or paid without a receipt, it is worth looking again. */
async function planNext(scope: Scope): Promise<void> {
  const since = new Date(now().getTime() - mostMs).toISOString();
  const [waiting] = await scope.tx.execute(sql`
    select 1 from payments where tenant_id = ${scope.tenantId} and method in ('prompt', 'code') and created_at > ${since}
      and ((claimed is not null and status not in ('paid', 'paid_late') and result_code is distinct from ${denied}) or status in ('submitting', 'pending', 'unknown') or (status in ('paid', 'paid_late') and (receipt is null or proof = 'word')))
    limit 1`);
  if (waiting) await planPull(scope, new Date(now().getTime() + againMs));
}
