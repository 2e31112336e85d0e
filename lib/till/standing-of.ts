import { sql } from "drizzle-orm";
import type { Claim } from "@/lib/payments/ledger";
import type { Scope } from "@/lib/tenancy/scope";

export type Standing = { claim: Claim; owedMinor: number; depositMinor: number };

/** What the ledger has for a sale: what it is charged for by now, what it still owes, and how much of a deposit it used. */
export async function standingOf({ tx, tenantId }: Scope, saleId: string): Promise<Standing> {
  const rows = await tx.execute<{ account: string; minor: string }>(sql`
    select e.account, sum(e.debit_minor - e.credit_minor) as minor from ledger_transactions t
    join ledger_entries e on e.tenant_id = t.tenant_id and e.transaction_id = t.id
    where t.tenant_id = ${tenantId} and t.sale_id = ${saleId} group by e.account`);
  const on = new Map(rows.map(({ account, minor }) => [account, Number(minor)]));
  const debits = (account: string) => on.get(account) ?? 0;
  // Not less than nothing as a nought with a sign.
  const credits = (account: string) => 0 - debits(account);
  return {
    claim: {
      servicesMinor: credits("services"),
      productsMinor: credits("products"),
      vatMinor: credits("vat"),
      tipsMinor: credits("tips"),
      discountsMinor: debits("discounts"),
    },
    owedMinor: debits("customers"),
    depositMinor: debits("deposits"),
  };
}

/** Money of a sale that is to go back: what somebody has asked for, and what is decided and has not gone yet. */
export async function openRefundsOf({ tx, tenantId }: Scope, saleId: string) {
  const [row] = await tx.execute<{ asked: string; due: string }>(sql`
    select coalesce(sum(amount_minor) filter (where status = 'asked'), 0) as asked,
      coalesce(sum(amount_minor) filter (where status <> 'asked'), 0) as due
    from refunds where tenant_id = ${tenantId} and sale_id = ${saleId} and why in ('overpaid', 'returned')
      and status not in ('done', 'withdrawn')`);
  return { askedMinor: Number(row!.asked), dueMinor: Number(row!.due) };
}
