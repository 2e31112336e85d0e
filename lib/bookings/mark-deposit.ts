import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";

/**
 * What was taken for its deposit has turned out never to have come, or has come after all; its time stays either way. For
 * payments, in their own transaction.
 */
export const markDeposit = ({ tx, tenantId }: Scope, bookingId: string, deposit: "due" | "paid") =>
  tx.execute(sql`
    update bookings set deposit = ${deposit} where tenant_id = ${tenantId} and id = ${bookingId}
      and deposit in ('due', 'paid') and status in ('requested', 'confirmed', 'arrived', 'in_service', 'completed')`);
