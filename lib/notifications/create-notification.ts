import { notifications } from "@/db/schema/notifications";
import { type DomainEvent, entryOf, type Told } from "@/lib/events/catalogue";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";

/** The one place that makes notifications: the event in words, for those who may see the event, in its transaction. */
export async function createNotification(scope: Scope, event: DomainEvent, told: Told): Promise<void> {
  const entry = entryOf(event.name);
  await scope.tx.insert(notifications).values({
    tenantId: scope.tenantId,
    id: newId(),
    name: event.name,
    ...entry.words(event, told),
    ...entry.entity(event),
    audience: entry.audience(event),
    customerId: "customerId" in event ? event.customerId : null,
    createdAt: now(),
  });
}
