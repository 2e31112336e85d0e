import { queueMessage } from "@/lib/notifications/queue-message";
import { env } from "@/lib/platform/env";
import { formatMoney } from "@/lib/platform/format";
import { readPhone } from "@/lib/platform/phone";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";
import { getSale } from "./get-sale";
import type { SendReceiptInput } from "./input";

export type SendRefusal =
  | { refusal: "unknown_sale" }
  /** Neither typed nor known. */
  | { refusal: "no_address" }
  | { refusal: "bad_phone" }
  | { refusal: "bad_email" }
  /** As many SMS as may have gone already. */
  | { refusal: "not_sent" };

/** A link to the receipt, to whoever bought or to whom they say. */
export async function sendReceipt(
  scope: Scope,
  { saleId, channel, to, key }: SendReceiptInput,
): Promise<Result<{ to: string }, SendRefusal>> {
  const sale = await getSale(scope, saleId);
  if (!sale || sale.status === "voided") return refuse("unknown_sale");
  const typed = to || (channel === "sms" ? sale.customer?.phone : sale.customer?.email);
  if (!typed) return refuse("no_address");
  const address = channel === "sms" ? readPhone(typed) : typed;
  if (!address) return refuse("bad_phone");
  if (channel === "email" && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address)) return refuse("bad_email");
  const { name: house } = await houseOf(scope);
  const queued = await queueMessage(scope, {
    channel,
    to: address,
    template: "receipt",
    subject: `${house}: payment receipt ${sale.number}`,
    body: `${house}: payment receipt ${sale.number}, ${formatMoney(sale.totalMinor, sale.currency)}. ${env().APP_URL}/r/${sale.receiptToken}`,
    ...(sale.customer ? { customerId: sale.customer.id } : {}),
    dedupeKey: `receipt ${saleId} ${key}`,
  });
  return queued === "failed" ? refuse("not_sent") : ok({ to: address });
}
