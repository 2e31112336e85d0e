import { sql } from "drizzle-orm";
import type { z } from "zod";
import { isId } from "@/lib/platform/ids";
import type { Actor } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { giveDays } from "./give-days";
import type { helpInput } from "./input";
import { settleByHand } from "./settle-by-hand";

/** What the platform does to one business's subscription; null where there is no such business. */
export async function helpSubscription(tenantId: string, actor: Actor, input: z.output<typeof helpInput>) {
  if (!isId(tenantId)) return null;
  const isBusiness = await withTenant(tenantId, actor, async ({ tx }) => {
    const found = await tx.execute(
      sql`select 1 from tenants where id = ${tenantId} and kind = 'business' and status in ('active', 'suspended')`,
    );
    return found.length > 0;
  });
  if (!isBusiness) return null;
  return "days" in input
    ? withTenant(tenantId, actor, (scope) => giveDays(scope, input))
    : settleByHand(tenantId, actor, input);
}
