import type { OutgoingMessage } from "@/lib/notifications/queue-message";
import type { Scope } from "@/lib/tenancy/scope";
import { readCallbacksOf } from "./internal/read-one";

/** Reads what Safaricom posted, payment by payment, in one order. */
export async function readCallbacks(
  scope: Scope,
  answered: readonly { paymentId: string }[],
): Promise<readonly OutgoingMessage[]> {
  for (const id of [...new Set(answered.map(({ paymentId }) => paymentId))].sort()) await readCallbacksOf(scope, id);
  return [];
}
