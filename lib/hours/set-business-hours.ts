import { eq } from "drizzle-orm";
import { businessHours } from "@/db/schema/hours";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { newId } from "@/lib/platform/ids";
import { businessHoursOf } from "@/lib/staff/business-hours";
import { type Stretch, weekWords } from "@/lib/staff/rules";
import type { Scope } from "@/lib/tenancy/scope";

/** The whole week of the business, in place of the one before. */
export async function setBusinessHours(scope: Scope, hours: readonly Stretch[]): Promise<void> {
  const { tx, tenantId } = scope;
  const [before, after] = [await businessHoursOf(scope), hours].map((week) => weekWords(week) || "closed");
  if (before === after) return;
  await tx.delete(businessHours).where(eq(businessHours.tenantId, tenantId));
  if (hours.length > 0)
    await tx
      .insert(businessHours)
      .values(
        hours.map(({ weekday, from, to }) => ({ tenantId, id: newId(), weekday, fromMinute: from, toMinute: to })),
      );
  recordEvent(scope, { name: "hours.changed", tenantId });
  await recordAudit(scope, {
    action: "hours.changed",
    entity: "tenant",
    entityId: tenantId,
    before: { hours: before },
    after: { hours: after },
  });
}
