import { notifications } from "@/db/schema/notifications";
import { type DomainEvent, entryOf, type Told } from "@/lib/events/catalogue";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { type Insertion, rowsOf } from "@/lib/platform/insert-together";
import type { Scope } from "@/lib/tenancy/scope";

/**
 * The one place that makes notifications: the event in words, for those who may see the event, or for `whom` of
 * them. To be inserted in the event's own transaction.
 */
export function notificationOf(scope: Scope, event: DomainEvent, told: Told, whom?: string[]): Insertion {
  const entry = entryOf(event.name);
  return rowsOf(notifications, [
    {
      tenantId: scope.tenantId,
      id: newId(),
      name: event.name,
      ...entry.words(event, told),
      ...entry.entity(event),
      audience: whom ?? entry.audience(event),
      customerId: "customerId" in event ? event.customerId : null,
      createdAt: now(),
    },
  ]);
}
