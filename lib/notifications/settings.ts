import { eq, sql } from "drizzle-orm";
import { messageSettings } from "@/db/schema/notifications";
import { tenants } from "@/db/schema/tenants";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { headOf, writePosition } from "@/lib/tenancy/head";
import type { Scope } from "@/lib/tenancy/scope";
import { planRemindersAnew } from "./plan-reminders";
import { type MessageSettings, messageDefaults } from "./rules";

/** How this business writes to its customers; the defaults until it says otherwise. */
export async function getMessageSettings({ tx, tenantId }: Scope): Promise<MessageSettings> {
  const [row] = await tx
    .select({
      fromName: messageSettings.fromName,
      replyTo: messageSettings.replyTo,
      quietFrom: messageSettings.quietFrom,
      quietUntil: messageSettings.quietUntil,
      remindBefore: messageSettings.remindBefore,
      off: messageSettings.off,
    })
    .from(messageSettings)
    .where(eq(messageSettings.tenantId, tenantId));
  return row ?? { ...messageDefaults, remindBefore: [...messageDefaults.remindBefore], off: [...messageDefaults.off] };
}

export type HouseMessages = MessageSettings & { house: { name: string; email: string }; position: string };

/** The same with what stands in the place of what is empty, as of a place in the log. */
export async function getHouseMessages(scope: Scope): Promise<HouseMessages> {
  const head = await headOf(scope);
  const settings = await getMessageSettings(scope);
  const [house] = await scope.tx
    .select({ name: tenants.name, email: tenants.email })
    .from(tenants)
    .where(eq(tenants.id, scope.tenantId));
  return { ...settings, house: { name: house!.name, email: house!.email ?? "" }, position: writePosition(head) };
}

/** Visits that are booked already are reminded of by the new times. */
export async function setMessageSettings(scope: Scope, wanted: MessageSettings): Promise<MessageSettings> {
  const before = await getMessageSettings(scope);
  const settings = { ...wanted, remindBefore: [...new Set(wanted.remindBefore)].sort((a, b) => b - a) };
  await scope.tx
    .insert(messageSettings)
    .values({ tenantId: scope.tenantId, ...settings, updatedAt: now() })
    .onConflictDoUpdate({
      target: messageSettings.tenantId,
      set: { ...settings, updatedAt: sql`excluded.updated_at` },
    });
  await planRemindersAnew(
    scope,
    settings.remindBefore.filter((minutes) => !before.remindBefore.includes(minutes)),
  );
  recordEvent(scope, { name: "messages.changed", tenantId: scope.tenantId });
  await recordAudit(scope, {
    action: "messages.set",
    entity: "tenant",
    entityId: scope.tenantId,
    before,
    after: settings,
  });
  return settings;
}
