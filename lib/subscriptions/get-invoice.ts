import { ok, type Result, refuse } from "@/lib/platform/result";
import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";
import { type InvoiceItem, listInvoices } from "./internal/list-invoices";

export type InvoiceFacts = InvoiceItem & { business: string; timeZone: string };

export async function getInvoice(
  scope: Scope,
  id: string,
): Promise<Result<InvoiceFacts, { refusal: "unknown_invoice" }>> {
  const [invoice] = await listInvoices(scope, id);
  if (!invoice) return refuse("unknown_invoice");
  const { name, timeZone } = await houseOf(scope);
  return ok({ ...invoice, business: name, timeZone });
}
