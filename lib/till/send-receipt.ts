import { sql } from "drizzle-orm";
import { queueMessage } from "@/lib/notifications/queue-message";
import { env } from "@/lib/platform/env";
import { formatMoney, type Language } from "@/lib/platform/format";
import { readPhone } from "@/lib/platform/phone";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { languageOf } from "@/lib/tenancy/rules";
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

const receiptWords: Record<Language, (number: number) => string> = {
  en: (number) => `payment receipt ${number}`,
  sw: (number) => `risiti ya malipo ${number}`,
};

/** Whoever bought reads it in their language; of somebody unknown it is the house's. */
async function whoReads(
  { tx, tenantId }: Scope,
  customerId: string | null,
): Promise<{ house: string; language: Language }> {
  const [row] = await tx.execute<{ house: string; locale: string; language: Language | null }>(sql`
    select t.name as house, t.locale, c.language from tenants t
    left join customers c on c.tenant_id = t.id and c.id = ${customerId}
    where t.id = ${tenantId}`);
  const { house, locale, language } = row!;
  return { house, language: language ?? languageOf(locale) };
}

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
  const { house, language } = await whoReads(scope, sale.customer?.id ?? null);
  const title = `${house}: ${receiptWords[language](sale.number)}`;
  const queued = await queueMessage(scope, {
    channel,
    to: address,
    template: "receipt",
    subject: title,
    body: `${title}, ${formatMoney(sale.totalMinor, sale.currency)}. ${env().APP_URL}/r/${sale.receiptToken}`,
    ...(sale.customer ? { customerId: sale.customer.id } : {}),
    dedupeKey: `receipt ${saleId} ${key}`,
  });
  return queued === "failed" ? refuse("not_sent") : ok({ to: address });
}
