import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";

/**
 * Where the cash was counted last. A drawer holds all of it then; what is written with a later moment is in no count yet.
 * Who writes cash and who counts it keep to that by the ledger's lock, whatever their clocks say (record-entries, drawer).
 */
export type LastCount = { countedMinor: number; closedAt: Date };

export async function lastCount({ tx, tenantId }: Scope): Promise<LastCount | null> {
  const [row] = await tx.execute<{ counted: string; closed_at: string }>(sql`
    select counted_minor as counted, closed_at from drawer_sessions
    where tenant_id = ${tenantId} and closed_at is not null order by opened_at desc limit 1`);
  return row ? { countedMinor: Number(row.counted), closedAt: new Date(row.closed_at) } : null;
}

/**
 * The cash that the business has by the ledger: what the last count left and what moved since, however many years are in the
 * ledger. `since`: the moment of the last of it.
 */
export async function cashAtHand(scope: Scope): Promise<{ cashMinor: number; since: Date | null; counted: boolean }> {
  const { tx, tenantId } = scope;
  const last = await lastCount(scope);
  const at = last?.closedAt.toISOString();
  const later = at ? sql`and l.created_at > ${at} and l.day >= ${at}::timestamptz::date - 2` : sql``;
  const [row] = await tx.execute<{ minor: string; since: string | null }>(sql`
    select coalesce(sum(e.debit_minor - e.credit_minor), 0) as minor, max(l.created_at) as since
    from ledger_transactions l join ledger_entries e on e.tenant_id = l.tenant_id and e.transaction_id = l.id
      and e.account = 'cash'
    where l.tenant_id = ${tenantId} ${later}`);
  return {
    cashMinor: (last?.countedMinor ?? 0) + Number(row!.minor),
    since: row!.since ? new Date(row!.since) : (last?.closedAt ?? null),
    counted: last !== null,
  };
}
