import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";

/** The house cannot keep it as booked, and why, as it said itself. */
export type AskedToMove = { reason: string };

/** What the house has asked and nobody has taken back, until it stands elsewhere or the house says yes to it after all. */
export async function askedToMove({ tx, tenantId }: Scope, bookingId: string): Promise<AskedToMove | null> {
  const [asked] = await tx.execute<AskedToMove>(sql`
    with standing as (
      select h.* from booking_changes h
      where h.tenant_id = ${tenantId} and h.booking_id = ${bookingId} and h.move in ('ask', 'move', 'agree', 'accept')
        and not exists (select 1 from booking_changes undo
          where undo.tenant_id = h.tenant_id and undo.booking_id = h.booking_id and undo.undoes = h.id)
      order by h.created_at desc, h.id desc limit 1)
    select reason from standing where move = 'ask'`);
  return asked ? { reason: asked.reason } : null;
}
