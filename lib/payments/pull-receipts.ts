import { sql } from "drizzle-orm";
import { now } from "@/lib/platform/clock";
import { inWords, log } from "@/lib/platform/log";
import type { Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import type { DarajaAccount } from "./daraja/account";
import { type PullAnswer, type PulledTransaction, pullTransactions } from "./daraja/pull";
import { darajaAccount } from "./get-account";
import { darajaDeps } from "./internal/daraja-deps";
import { noteReceipts, settleReceipt } from "./internal/keep-receipts";
import { planPull } from "./internal/plan-pull";

const actor = { kind: "system", job: "pull receipts" } as const;
/** Safaricom tells of the last two days. */
const mostMs = 47 * 3_600_000;
/** What was made shortly before the last look may have been written down only after it. */
const overlapMs = 15 * 60_000;
const againMs = 5 * 60_000;
const mostPages = 50;
const manyAtOnce = 200;

/** Reads the list of what came in since the last time, and lets it settle, complete or contradict what is known. */
export async function pullReceipts(tenantId: string): Promise<void> {
  const start = await withTenant(tenantId, actor, async (scope) => {
    const account = await darajaAccount(scope);
    return account && { account, from: await pulledTo(scope) };
  });
  if (!start) return;
  // Safaricom's clock may be a little ahead of ours.
  const to = now();
  const until = new Date(to.getTime() + 2 * 60_000);
  const found = await pullAll(tenantId, start.account, { from: start.from, to: until });
  if (!found) {
    await withTenant(tenantId, actor, async (scope) => {
      await scope.tx.execute(
        sql`update mpesa_accounts set pulls = coalesce(pulls, false) where tenant_id = ${tenantId}`,
      );
      await planNext(scope);
    });
    return;
  }
  for (let at = 0; at < found.length; at += manyAtOnce) {
    const some = found.slice(at, at + manyAtOnce);
    const { matches } = await withTenant(tenantId, actor, (scope) => noteReceipts(scope, some.map(received), "pull"));
    // One by one: each has the locks of its own booking.
    for (const match of matches) await withTenant(tenantId, actor, (scope) => settleReceipt(scope, match));
  }
  await withTenant(tenantId, actor, async (scope) => {
    await scope.tx.execute(
      sql`update mpesa_accounts set pulls = true, pulled_to = ${to.toISOString()} where tenant_id = ${tenantId}`,
    );
    await planNext(scope);
  });
}

const received = ({ receipt, amountKes, reference, at }: PulledTransaction) => ({
  receipt,
  amountMinor: amountKes * 100,
  reference,
  paidAt: at ?? now(),
});

async function pulledTo({ tx, tenantId }: Scope): Promise<Date> {
  const [row] = await tx.execute<{ pulled_to: string | null }>(
    sql`select pulled_to from mpesa_accounts where tenant_id = ${tenantId}`,
  );
  const earliest = now().getTime() - mostMs;
  const since = row?.pulled_to ? Date.parse(row.pulled_to) - overlapMs : earliest;
  return new Date(Math.max(earliest, since));
}

/** Null when Safaricom does not tell. */
async function pullAll(
  tenantId: string,
  account: DarajaAccount,
  stretch: { from: Date; to: Date },
): Promise<PulledTransaction[] | null> {
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
    if (all.size === before) break;
  }
  return [...all.values()];
}

/** As long as something is open, or paid without a receipt, it is worth looking again. */
async function planNext(scope: Scope): Promise<void> {
  const since = new Date(now().getTime() - mostMs).toISOString();
  const [waiting] = await scope.tx.execute(sql`
    select 1 from payments where tenant_id = ${scope.tenantId} and method in ('prompt', 'code') and created_at > ${since}
      and ((claimed is not null and status not in ('paid', 'paid_late')) or status in ('submitting', 'pending', 'unknown') or (status in ('paid', 'paid_late') and (receipt is null or proof = 'word')))
    limit 1`);
  if (waiting) await planPull(scope, new Date(now().getTime() + againMs));
}
