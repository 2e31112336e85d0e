import { sql } from "drizzle-orm";
import { tenantOfToken } from "@/lib/tenancy/doors/tenant-of-token";
import type { Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { type AsyncResult, parseResult } from "./daraja/async-result";
import { isSafaricom } from "./internal/addresses";
import { putRefund } from "./internal/put-refund";
import { refundWasPaid, wasPaidTwice } from "./internal/refund-was-paid";

const actor = { kind: "system", job: "reversal result" } as const;
/** It was given back before. */
const reversedBefore = "R000001";

/**
 * What became of a reversal, as Safaricom posts it to the refund's own address. A notice that it takes longer is no failure:
 * a person looks. False when the address is nobody's.
 */
export async function hearResult(
  token: string,
  body: unknown,
  { kind, address }: { kind: "result" | "timeout"; address: string },
): Promise<boolean> {
  const owner = /^[0-9a-f]{32}$/.test(token) ? await tenantOfToken(token) : null;
  if (owner?.kind !== "refund") return false;
  const told = parseResult(body);
  await withTenant(owner.tenantId, actor, (scope) =>
    apply(scope, owner.subjectId, told, { kind, listed: isSafaricom(address) }),
  );
  return true;
}

type Heard = { kind: "result" | "timeout"; listed: boolean };

async function apply(scope: Scope, id: string, told: AsyncResult, { kind, listed }: Heard): Promise<void> {
  const [row] = await scope.tx.execute<Kept>(sql`
    select status, method, details ->> 'conversation' as conversation, details ->> 'originator' as originator
    from refunds where tenant_id = ${scope.tenantId} and id = ${id} for update`);
  if (!row || row.status === "withdrawn") return;
  // Of another request, whoever says it: this one's own is still waited for.
  if (told.kind === "result" && isOfAnother(row, told)) return;
  if (row.status === "done") {
    // Somebody did not wait, and has paid it by hand meanwhile.
    if (listed && told.kind === "result" && told.done && row.method !== "reversal") await wasPaidTwice(scope, id);
    return;
  }
  if (kind === "timeout" || told.kind === "malformed") return putRefund(scope, id, "needs_review", "no result in time");
  if (!listed) return putRefund(scope, id, "needs_review", "a result from elsewhere than Safaricom");
  if (told.done || told.code === reversedBefore)
    return refundWasPaid(scope, id, { method: "reversal", receipt: told.transactionId });
  return putRefund(scope, id, "failed", told.code);
}

type Kept = Record<"method" | "conversation" | "originator", string | null> & { status: string };

/** Its own ids are known once the request was taken on; a result may be quicker than that. */
const isOfAnother = ({ conversation, originator }: Kept, told: AsyncResult & { kind: "result" }): boolean =>
  conversation !== null && (told.conversationId !== conversation || told.originatorConversationId !== originator);
