import { eq } from "drizzle-orm";
import { users } from "@/db/schema/people";
import { tenants } from "@/db/schema/tenants";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { lockTeam } from "./internal/team";

/** Whether everybody here needs a second factor. Who switches it on has one, so that nobody locks themself out. */
export async function requireSecondFactor(
  scope: Scope,
  required: boolean,
): Promise<Result<null, { refusal: "forbidden" | "factor_first" }>> {
  const { me } = await lockTeam(scope);
  if (me?.role !== "owner") return refuse("forbidden");
  const [known] = await scope.tx
    .select({ before: tenants.secondFactorRequired, confirmedAt: users.totpConfirmedAt })
    .from(tenants)
    .innerJoin(users, eq(users.id, me.userId))
    .where(eq(tenants.id, scope.tenantId));
  if (!known || known.before === required) return ok(null);
  if (required && !known.confirmedAt) return refuse("factor_first");
  await scope.tx.update(tenants).set({ secondFactorRequired: required }).where(eq(tenants.id, scope.tenantId));
  recordEvent(scope, { name: "tenant.changed", tenantId: scope.tenantId });
  await recordAudit(scope, {
    action: "tenant.changed",
    entity: "tenant",
    entityId: scope.tenantId,
    before: { secondFactorRequired: known.before },
    after: { secondFactorRequired: required },
  });
  return ok(null);
}
