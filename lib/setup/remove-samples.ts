import { sql } from "drizzle-orm";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { uuids } from "@/lib/platform/uuids";
import type { Scope } from "@/lib/tenancy/scope";
import { lockSamples } from "./internal/lock-samples";

/** Whose name stands, and why nobody else than a person can say. */
export type Removed = { removed: number; stays: string[] };

/**
 * Takes everything out that is made up, with whatever was done with it since. Who is part of something real stays, as anybody
 * else: they are named, so that somebody looks.
 */
export async function removeSamples(scope: Scope): Promise<Removed> {
  await lockSamples(scope);
  const { tx, tenantId } = scope;
  const samples = await tx.execute<Sample>(sql`
    select id, name from customers where tenant_id = ${tenantId} and is_sample order by created_at, id`);
  if (samples.length === 0) return { removed: 0, stays: [] };
  let staying = [...samples];
  // Who answers for another of them, or has brought one, can go once that one has.
  for (let before = Infinity; staying.length < before && staying.length > 0; ) {
    before = staying.length;
    staying = await stayingOf(scope, staying);
  }
  await tx.execute(sql`update customers set is_sample = false
    where tenant_id = ${tenantId} and id = any(${uuids(staying.map(({ id }) => id))})`);
  const removed = samples.length - staying.length;
  await recordAudit(scope, {
    action: "samples.removed",
    entity: "tenant",
    entityId: tenantId,
    after: { customers: removed, stays: staying.length },
  });
  recordEvent(scope, { name: "samples.changed", tenantId });
  return { removed, stays: staying.map(({ name }) => name) };
}

type Sample = { id: string; name: string };

async function stayingOf({ tx }: Scope, samples: readonly Sample[]): Promise<Sample[]> {
  const staying: Sample[] = [];
  for (const one of samples) {
    const [answer] = await tx.execute<{ gone: boolean }>(sql`select door_remove_sample(${one.id}) as gone`);
    if (!answer?.gone) staying.push(one);
  }
  return staying;
}

/** Whether there is anything made up in the house. */
export async function hasSamples({ tx, tenantId }: Scope): Promise<boolean> {
  const rows = await tx.execute(sql`select 1 from customers where tenant_id = ${tenantId} and is_sample limit 1`);
  return rows.length > 0;
}
