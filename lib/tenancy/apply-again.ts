import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { tenants } from "@/db/schema/tenants";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { newId } from "@/lib/platform/ids";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { amendedInput } from "./input";
import type { Scope } from "./scope";

/** A rejected business asks once more, with what its owner put right. It waits again, whatever the house rule for new ones. */
export async function applyAgain(
  scope: Scope,
  { businessName, city, phone }: z.output<typeof amendedInput>,
): Promise<Result<null, { refusal: "not_rejected" }>> {
  const mine = eq(tenants.id, scope.tenantId);
  const [before] = await scope.tx
    .select({ name: tenants.name, city: tenants.city, phone: tenants.phone, reason: tenants.statusReason })
    .from(tenants)
    .where(mine);
  const applied = await scope.tx
    .update(tenants)
    .set({ status: "pending", statusReason: "", name: businessName, city, phone })
    .where(and(mine, eq(tenants.status, "rejected")))
    .returning({ id: tenants.id });
  if (applied.length === 0) return refuse("not_rejected");
  await recordAudit(scope, {
    action: "tenant.applied",
    entity: "tenant",
    entityId: scope.tenantId,
    ...(before ? { before: { ...before, status: "rejected" } } : {}),
    after: { name: businessName, city, phone, status: "pending" },
  });
  recordEvent(scope, { name: "tenant.applied", tenantId: scope.tenantId, application: newId() });
  return ok(null);
}
