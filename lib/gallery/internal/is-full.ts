import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";
import { mostPictures } from "../rules";

/** Whether no more pictures go in. Several may come at once: each counts those before it. */
export async function isFull({ tx, tenantId }: Scope): Promise<boolean> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`gallery ${tenantId}`}, 0))`);
  const [there] = await tx.execute<{ pictures: number }>(sql`
    select count(*)::int as pictures from gallery_pictures where tenant_id = ${tenantId} and archived_at is null`);
  return there!.pictures >= mostPictures;
}
