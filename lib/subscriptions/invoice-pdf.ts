import { formatDate, formatMoney } from "@/lib/platform/format";
import { a4, type PdfRow, textPdf } from "@/lib/platform/pdf-text";
import type { InvoiceFacts } from "./get-invoice";

/** An invoice as a file; what is paid says so. */
export const invoicePdf = (invoice: InvoiceFacts): Promise<Uint8Array> =>
  textPdf(invoiceRows(invoice), a4, { title: `Invoice ${invoice.number}`, author: "ClientPulse" });

const paidWords = { mpesa: "by M-Pesa", elsewhere: "otherwise", credit: "from your credit" };

export function invoiceRows(invoice: InvoiceFacts): PdfRow[] {
  const { number, business, dueOn, lines, amountMinor, currency, status, paidAt, paidBy, receipt, timeZone } = invoice;
  const money = (minor: number) => formatMoney(minor, currency);
  return [
    { left: "ClientPulse", strong: true },
    { left: `Invoice ${number}`, strong: true, gap: true },
    { left: `For ${business}` },
    { left: `Due ${formatDate(`${dueOn}T12:00:00Z`, "UTC")}` },
    ...lines.map(({ text, amountMinor: minor }, at) => ({ left: text, right: money(minor), gap: at === 0 })),
    { left: status === "paid" ? "Paid" : "To pay", right: money(amountMinor), strong: true, gap: true },
    ...(paidAt && paidBy
      ? [{ left: `Paid ${formatDate(paidAt, timeZone)} ${paidWords[paidBy]}${receipt ? `, ${receipt}` : ""}` }]
      : []),
    ...(status === "void" ? [{ left: "Void: nothing is asked for it any more." }] : []),
  ];
}
