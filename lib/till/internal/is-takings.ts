import { type SQL, sql } from "drizzle-orm";

/**
 * Over `l`: it belongs to what came in that day. What the owner puts into the drawer does not, nor what was counted; and
 * a code that is vouched for on a later day came on its own.
 */
export const isTakings =
  (): SQL => sql`(l.kind not in ('drawer', 'cash_count') and not (l.kind in ('verified', 'refund_verified')
  and exists (select from ledger_transactions o where o.tenant_id = l.tenant_id
    and o.source = 'payment ' || l.payment_id and o.day <> l.day)))`;
