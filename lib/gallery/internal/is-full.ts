import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";
import { mostKept, mostPictures } from "../rules";

/**
 * Whether no more pictures are shown, and whether no more are kept, with those that were put away. Several may come at
 * once: each counts those before it.
 */
export async function isFull({ tx, tenantId }: Scope): Promise<{ shown: boolean; kept: boolean }> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`gallery ${tenantId}`}, 0))`);
  const [there] = await tx.execute<{ shown: number; kept: number }>(sql`
    select count(*) filter (where archived_at is null)::int as shown, count(*)::int as kept
    from gallery_pictures where tenant_id = ${tenantId}`);
  return { shown: there!.shown >= mostPictures, kept: there!.kept >= mostKept };
}
