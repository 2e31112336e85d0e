import { sql } from "drizzle-orm";
import type { DomainEvent } from "@/lib/events/catalogue";
import { recordEvent } from "@/lib/events/record-event";
import { notificationOf } from "@/lib/notifications/create-notification";
import { insertTogether } from "@/lib/platform/insert-together";
import type { Scope } from "@/lib/tenancy/scope";
import type { Payment } from "./payment";

type About = Extract<DomainEvent, { name: "payment.settled" | "payment.doubted" }>;

/** Into the log, and to whoever was not looking; what the house does itself it need not read about. */
export async function tell(scope: Scope, { customerId, timeZone }: Payment, event: About): Promise<void> {
  recordEvent(scope, event);
  if (scope.actor.kind === "member") return;
  const [customer] = customerId
    ? await scope.tx.execute<{ name: string }>(
        sql`select name from customers where tenant_id = ${scope.tenantId} and id = ${customerId}`,
      )
    : [];
  await insertTogether(scope, [notificationOf(scope, event, { customerName: customer?.name ?? null, timeZone })]);
}
