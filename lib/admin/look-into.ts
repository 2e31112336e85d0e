import { and, eq, gt, sql } from "drizzle-orm";
import { platformPool } from "@/db/platform-client";
import { auditEntries } from "@/db/schema/audit";
import { recordAudit } from "@/lib/auth/audit";
import { now } from "@/lib/platform/clock";
import { isId } from "@/lib/platform/ids";
import type { Actor } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import type { LookedInto } from "./rules";

const hourMs = 3_600_000;

/**
 * Whoever runs the platform looks at what a business has of its customers: it is written into the business's own log, once
 * an hour for each admin and list. False when there is no such business.
 */
export async function lookInto(
  actor: Extract<Actor, { kind: "admin" }>,
  tenantId: string,
  what: LookedInto,
): Promise<boolean> {
  if (!isId(tenantId)) return false;
  const { rowCount } = await platformPool().query(`select 1 from tenants where id = $1 and kind = 'business'`, [
    tenantId,
  ]);
  if (rowCount === 0) return false;
  const after = { what };
  await withTenant(tenantId, actor, async (scope) => {
    const [noted] = await scope.tx
      .select({ id: auditEntries.id })
      .from(auditEntries)
      .where(
        and(
          eq(auditEntries.tenantId, tenantId),
          eq(auditEntries.action, "tenant.looked"),
          eq(auditEntries.userId, actor.userId),
          gt(auditEntries.at, new Date(now().getTime() - hourMs)),
          sql`${auditEntries.after} = ${JSON.stringify(after)}`,
        ),
      )
      .limit(1);
    if (!noted) await recordAudit(scope, { action: "tenant.looked", entity: "tenant", entityId: tenantId, after });
  });
  return true;
}
