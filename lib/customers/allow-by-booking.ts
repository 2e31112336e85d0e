import { sql } from "drizzle-orm";
import type { DomainEvent } from "@/lib/events/catalogue";
import { recordEvent } from "@/lib/events/record-event";
import type { Scope } from "@/lib/tenancy/scope";

type Placed = Extract<DomainEvent, { name: "booking.placed" }>;

/**
 * What whoever booked ticked beside their details; nothing of it stands in the way of the booking itself. Anybody may type a
 * number: where somebody has taken their yes back, only who has shown that the number is theirs says it anew.
 */
export async function allowByBooking(scope: Scope, placed: readonly Placed[]): Promise<readonly never[]> {
  const said = placed.flatMap(({ bookingId, allows }) => (allows ? [{ id: bookingId, ...allows }] : []));
  if (said.length === 0) return [];
  // A yes has its booking's id: run again, it is there already.
  const rows = await scope.tx.execute<{ customer_id: string }>(sql`
    insert into consents (tenant_id, id, customer_id, purpose, channel, granted, wording, source, created_at)
    select b.tenant_id, b.id, b.customer_id, 'marketing', 'any', true, said.marketing, 'booking_page', b.created_at
    from json_to_recordset(${JSON.stringify(said)}::text::json) as said (id uuid, marketing text, proven boolean)
    join bookings b on b.tenant_id = ${scope.tenantId} and b.id = said.id
    where said.proven or not coalesce((select not k.granted from consents k
      where k.tenant_id = b.tenant_id and k.customer_id = b.customer_id and k.purpose = 'marketing'
      order by k.created_at desc, k.id desc limit 1), false)
    on conflict do nothing returning customer_id`);
  for (const { customer_id: customerId } of rows)
    recordEvent(scope, { name: "consent.changed", customerId, purpose: "marketing", granted: true });
  return [];
}
