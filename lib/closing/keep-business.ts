import { eq } from "drizzle-orm";
import { tenants } from "@/db/schema/tenants";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { notificationOf } from "@/lib/notifications/create-notification";
import { now } from "@/lib/platform/clock";
import { insertTogether } from "@/lib/platform/insert-together";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { giveBack } from "@/lib/subscriptions/give-back";
import type { Scope } from "@/lib/tenancy/scope";

export type KeepRefusal =
  /** Its time is over, and it is being deleted. */
  { refusal: "too_late" };

/** It is not closed after all: everything is as it was, and what is paid for runs as much longer. What is so already stays so. */
export async function keepBusiness(scope: Scope): Promise<Result<null, KeepRefusal>> {
  const { tx, tenantId } = scope;
  await giveBack(scope);
  const [house] = await tx
    .select({ timeZone: tenants.timeZone, closesAt: tenants.closesAt })
    .from(tenants)
    .where(eq(tenants.id, tenantId))
    .for("update");
  if (!house) throw new Error(`tenant ${tenantId} is not there`);
  const { closesAt, timeZone } = house;
  if (!closesAt) return ok(null);
  if (closesAt <= now()) return refuse("too_late");
  await tx.update(tenants).set({ closingSince: null, closesAt: null }).where(eq(tenants.id, tenantId));
  await recordAudit(scope, {
    action: "business.kept",
    entity: "tenant",
    entityId: tenantId,
    before: { closesAt: closesAt.toISOString() },
  });
  const kept = { name: "business.kept", tenantId, closesAt: closesAt.toISOString() } as const;
  recordEvent(scope, kept);
  await insertTogether(scope, [notificationOf(scope, kept, { customerName: null, timeZone })]);
  return ok(null);
}
