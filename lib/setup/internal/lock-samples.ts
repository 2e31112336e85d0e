import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";

/** Whoever fills a business with samples or takes them out: one after the other. */
export async function lockSamples({ tx, tenantId }: Scope): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${tenantId} samples`}, 0))`);
}
