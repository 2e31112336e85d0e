import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";
import { doubt } from "./internal/doubt";
import { lockPayment } from "./internal/payment";
import { denied, isPaid } from "./rules";

/** Its time is given to others now, and nobody knows whether it was paid: the house is told. */
export async function lookAtUnanswered(scope: Scope, { bookingId }: { bookingId: string }): Promise<void> {
  const open = await scope.tx.execute<{ id: string }>(sql`
    select id from payments where tenant_id = ${scope.tenantId} and booking_id = ${bookingId}
      and ((method = 'prompt' and status in ('submitting', 'pending', 'unknown'))
        or (claimed is not null and status not in ('paid', 'paid_late') and result_code is distinct from ${denied})) order by id`);
  for (const { id } of open) {
    const payment = await lockPayment(scope, id);
    if (payment && !isPaid(payment.status)) await doubt(scope, payment, "time_freed");
  }
}
