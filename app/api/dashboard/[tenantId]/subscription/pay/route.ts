import { json, memberErrandCommand } from "@/app/_server/route";
import { subscriptionReply } from "@/app/_server/subscription-refused";
import { payInvoiceInput } from "@/lib/subscriptions/input";
import { payInvoice } from "@/lib/subscriptions/pay-invoice";

/** Asks a phone for what is due; whether it was paid shows at the subscription. */
export const POST = memberErrandCommand(
  "subscription.manage",
  payInvoiceInput,
  async ({ actor }, input, { tenantId }) => {
    const asked = await payInvoice(tenantId, actor, input);
    return asked.ok ? json(asked.value, 202) : subscriptionReply(asked);
  },
);
