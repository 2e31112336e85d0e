import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";

/** Whoever asks for money to be given back does not give it back, where there is somebody else who may. */
export async function isOwnRequest({ tx, tenantId, actor }: Scope, askedBy: string | null): Promise<boolean> {
  if (actor.kind !== "member" || actor.userId !== askedBy) return false;
  const [other] = await tx.execute(sql`
    select 1 from members where tenant_id = ${tenantId} and user_id <> ${actor.userId} and removed_at is null
      and role in ('owner', 'manager') limit 1`);
  return other !== undefined;
}
