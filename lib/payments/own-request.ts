import { type SQL, sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";

/** Whoever asks for money to be given back does not give it back, where there is somebody else who may. */
export async function isOwnRequest(scope: Scope, askedBy: string | null): Promise<boolean> {
  const [row] = await scope.tx.execute<{ own: boolean }>(sql`select ${isOwn(scope, sql`${askedBy}::uuid`)} as own`);
  return row!.own;
}

/** The same over who asked. */
export const isOwn = ({ tenantId, actor }: Scope, askedBy: SQL): SQL =>
  actor.kind === "member"
    ? sql`coalesce(${askedBy} = ${actor.userId}::uuid, false) and exists (
        select 1 from members where tenant_id = ${tenantId} and user_id <> ${actor.userId} and removed_at is null
          and role in ('owner', 'manager'))`
    : sql`false`;
