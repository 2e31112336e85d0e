import { and, eq, inArray } from "drizzle-orm";
import { messages } from "@/db/schema/notifications";
import type { Scope } from "@/lib/tenancy/scope";

/** What has not left the house stays in it, and says why. Answers which; what a transport has in its hands goes. */
export async function withdrawMessages(
  { tx, tenantId }: Scope,
  ids: readonly string[],
  failure: string,
): Promise<string[]> {
  if (ids.length === 0) return [];
  const withdrawn = await tx
    .update(messages)
    .set({ status: "failed", failure })
    .where(and(eq(messages.tenantId, tenantId), inArray(messages.id, [...ids]), eq(messages.status, "queued")))
    .returning({ id: messages.id });
  return withdrawn.map(({ id }) => id);
}
