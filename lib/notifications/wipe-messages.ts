import { and, eq, inArray, sql } from "drizzle-orm";
import { messages } from "@/db/schema/notifications";
import type { Scope } from "@/lib/tenancy/scope";

/** What their words opened is used or replaced, so the words go at once; what has not left the house stays in it. */
export async function wipeMessages(scope: Scope, dedupeKeys: string[]): Promise<void> {
  if (dedupeKeys.length === 0) return;
  await scope.tx
    .update(messages)
    .set({
      body: "",
      secretUntil: null,
      status: sql`case when ${messages.status} = 'queued' then 'failed' else ${messages.status} end`,
    })
    .where(and(eq(messages.tenantId, scope.tenantId), inArray(messages.dedupeKey, dedupeKeys)));
}
