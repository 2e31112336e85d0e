import { sql } from "drizzle-orm";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import { type DomainEvent, entryOf } from "./catalogue";

const buffers = new WeakMap<Scope, DomainEvent[]>();

/** Keeps the event for the end of the transaction: withTenant writes all of them last, or none. */
export function recordEvent(scope: Scope, event: DomainEvent): void {
  const buffer = buffers.get(scope);
  if (buffer) buffer.push(event);
  else buffers.set(scope, [event]);
}

/** What was kept so far. */
export const eventsOf = (scope: Scope): readonly DomainEvent[] => buffers.get(scope) ?? [];

/**
 * Writes what was buffered in one statement and answers the last number given, or null when nothing happened.
 * The update of the head takes the tenant's row lock, so numbers follow commits without gaps; as the last
 * statement it holds that lock for as short as can be.
 */
export async function writeEvents(scope: Scope): Promise<number | null> {
  const buffer = eventsOf(scope);
  if (buffer.length === 0) return null;
  const rows = buffer.map((event) => {
    const entry = entryOf(event.name);
    const { name, ...payload } = event;
    return {
      name,
      audience: entry.audience(event),
      ...rename(entry.entity(event)),
      customer_id: "customerId" in event ? event.customerId : null,
      payload,
    };
  });
  const written = await scope.tx.execute<{ seq: string }>(sql`
    with told as (
      select * from rows from (
        jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          as (name text, audience text[], entity text, entity_id uuid, customer_id uuid, payload jsonb)
      ) with ordinality as t (name, audience, entity, entity_id, customer_id, payload, ord)
    ), head as (
      update event_heads set seq = seq + ${rows.length} where tenant_id = ${scope.tenantId} returning seq
    )
    insert into events (tenant_id, seq, name, audience, entity, entity_id, customer_id, payload, actor, created_at)
    select ${scope.tenantId}, head.seq - ${rows.length} + told.ord, told.name, told.audience, told.entity, told.entity_id,
      told.customer_id, told.payload, ${JSON.stringify(actorOf(scope))}::jsonb, ${now().toISOString()}::timestamptz
    from head, told
    returning seq`);
  if (written.length !== rows.length) throw new Error(`tenant ${scope.tenantId} has no event head`);
  return Math.max(...written.map((row) => Number(row.seq)));
}

/** Without the address, which the log's many readers need not know, and without all that a key was given. */
export function actorOf({ actor: { from: _, ...who } }: Scope) {
  return who.kind === "api" ? { kind: who.kind, keyId: who.keyId } : who;
}

const rename = (about: { entity: string; entityId: string }) => ({ entity: about.entity, entity_id: about.entityId });
