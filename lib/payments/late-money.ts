import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";

/**
 * Money for a deposit that came when it was no longer waited for. `put_back`: the time was still free, and is booked.
 * `moved`: it pays for what they booked instead. `back`: it goes back, or has.
 */
export type LateMoney = {
  amountMinor: number;
  currency: string;
  became: "put_back" | "back" | "moved";
  /** It has been sent back already. */
  isSent: boolean;
};

type Row = {
  amount_minor: string;
  currency: string;
  booking_id: string;
  refund: string | null;
};

/** What became of the last money of a booking that came late; null when none did. */
export async function lateMoney({ tx, tenantId }: Scope, bookingId: string): Promise<LateMoney | null> {
  const [row] = await tx.execute<Row>(sql`
    select p.amount_minor, p.currency, p.booking_id, (select r.status from refunds r where r.tenant_id = p.tenant_id
        and r.payment_id = p.id and r.why = 'late' and r.status <> 'withdrawn' limit 1) as refund
    from bookings b
    join bookings o on o.tenant_id = b.tenant_id and o.customer_id = b.customer_id
    join payments p on p.tenant_id = o.tenant_id and p.booking_id = o.id and p.status = 'paid_late'
      and (o.id = b.id or starts_with(p.reference, b.reference || '-'))
    where b.tenant_id = ${tenantId} and b.id = ${bookingId}
    -- What was moved here from elsewhere came in time for this one.
      and (o.id <> b.id or p.reference is null or starts_with(p.reference, b.reference))
    order by p.settled_at desc, p.id desc limit 1`);
  if (!row) return null;
  const isMoved = row.booking_id !== bookingId;
  return {
    amountMinor: Number(row.amount_minor),
    currency: row.currency,
    became: row.refund ? "back" : isMoved ? "moved" : "put_back",
    isSent: row.refund === "done",
  };
}
