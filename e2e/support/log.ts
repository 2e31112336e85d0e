import type postgres from "postgres";

/** Writes `count` events to a business's log as one transaction would, and rings or leaves it. No booking stands behind them: the worker passes them over. */
export async function record(
  sql: postgres.Sql,
  tenantId: string,
  { count = 1, bytes = 20, ring = true }: { count?: number; bytes?: number; ring?: boolean } = {},
): Promise<number> {
  const facts = { services: ["x".repeat(bytes)], startsAt: new Date().toISOString(), status: "confirmed" };
  const [head] = await sql<{ seq: string }[]>`
    with head as (update event_heads set seq = seq + ${count} where tenant_id = ${tenantId} returning seq),
    written as (
      insert into events (tenant_id, seq, name, audience, entity, entity_id, payload, actor)
      select ${tenantId}, head.seq - ${count} + n, 'booking.placed', '{desk}', 'booking', gen_random_uuid(),
        ${sql.json(facts)}, '{"kind":"system","job":"test"}'
      from head, generate_series(1, ${count}) as n
    ), passed as (
      update event_cursors set seq = head.seq from head where tenant_id = ${tenantId}
    )
    select seq from head`;
  const seq = Number(head?.seq);
  if (ring) await sql`select pg_notify('clientpulse', ${`${tenantId}:${seq}`})`;
  return seq;
}
