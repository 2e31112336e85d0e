import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";
import { factsOf, type Payment } from "./payment";
import { tell } from "./tell";

/** A person has to look at it; said once for the same reason. */
export async function doubt(scope: Scope, payment: Payment, why: string): Promise<void> {
  const [changed] = await scope.tx.execute(sql`
    update payments set doubt = ${why} where tenant_id = ${scope.tenantId} and id = ${payment.id}
      and doubt is distinct from ${why} returning id`);
  if (changed) await tell(scope, payment, { name: "payment.doubted", ...factsOf(payment), why });
}
