import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";
import { doubt } from "./doubt";
import type { Payment } from "./payment";
import { takeOff } from "./take-off";

/** It was taken for paid, and Safaricom's list shows that it was not. */
export async function unsettle(scope: Scope, payment: Payment): Promise<void> {
  await takeOff(scope, payment);
  await scope.tx.execute(sql`
    update payments set status = 'needs_review', receipt = null, proof = null
    where tenant_id = ${scope.tenantId} and id = ${payment.id}`);
  await doubt(scope, payment, "receipt_of_another");
}
