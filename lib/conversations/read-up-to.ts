import { sql } from "drizzle-orm";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";

type Read = Result<{ seq: number }, { refusal: "unknown_conversation" }>;

/** The house has read up to a number, on whichever device; nobody un-reads. */
export const houseHasRead = (scope: Scope, { conversationId, seq }: { conversationId: string; seq: number }) =>
  readUpTo(scope, sql`id = ${conversationId}`, "house", seq);

export const customerHasRead = (scope: Scope, customerId: string, { seq }: { seq: number }) =>
  readUpTo(scope, sql`customer_id = ${customerId}`, "customer", seq);

async function readUpTo(
  scope: Scope,
  which: ReturnType<typeof sql>,
  side: "house" | "customer",
  seq: number,
): Promise<Read> {
  const mark = sql.raw(`${side}_read_seq`);
  const [row] = await scope.tx.execute<{ id: string; customerId: string; mark: number; lastSeq: number }>(sql`
    select id, customer_id as "customerId", ${mark} as mark, last_seq as "lastSeq" from conversations
    where tenant_id = ${scope.tenantId} and ${which} for update`);
  if (!row) return refuse("unknown_conversation");
  const read = Math.min(seq, row.lastSeq);
  if (read <= row.mark) return ok({ seq: row.mark });
  await scope.tx.execute(sql`
    update conversations set ${mark} = ${read} where tenant_id = ${scope.tenantId} and id = ${row.id}`);
  recordEvent(scope, { name: "conversation.read", conversationId: row.id, customerId: row.customerId });
  return ok({ seq: read });
}
