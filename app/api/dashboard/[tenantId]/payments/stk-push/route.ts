import { later } from "@/app/_server/later";
import { askProblem } from "@/app/_server/payment-refused";
import { json, memberCommand } from "@/app/_server/route";
import { askInput } from "@/lib/payments/ask-input";
import { askToPay } from "@/lib/payments/ask-to-pay";
import { sendPrompt } from "@/lib/payments/send-prompt";

/** Asks a phone for a booking's deposit, or for a part of what a sale owes. The amount of a deposit is the booking's own. */
export const POST = memberCommand("payments.ask", askInput, async (scope, _, input) => {
  const asked = await askToPay(scope, input);
  if (!asked.ok) return askProblem(asked);
  const { tenantId } = scope;
  const { paymentId } = asked.value;
  later(() => sendPrompt(tenantId, paymentId));
  return json({ paymentId }, 202);
});
