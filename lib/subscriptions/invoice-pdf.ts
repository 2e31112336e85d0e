import { formatCalendarDate, formatDate, formatMoney } from "@/lib/platform/format";
import { a4, type PdfRow, textPdf } from "@/lib/platform/pdf-text";
import type { InvoiceFacts } from "./get-invoice";
import { paidByWords } from "./rules";

/** An invoice as a file; what is paid says so. */
export const invoicePdf = (invoice: InvoiceFacts): Promise<Uint8Array> =>
  textPdf(invoiceRows(invoice), a4, { title: `Invoice ${invoice.number}`, author: "ClientPulse" });

export function invoiceRows(invoice: InvoiceFacts): PdfRow[] {
  const { number, business, dueOn, lines, amountMinor, currency, status, paidAt, paidBy, receipt, timeZone } = invoice;
  const money = (minor: number) => formatMoney(minor, currency);
  return [
    { left: "ClientPulse", strong: true },
    { left: `Invoice ${number}`, strong: true, gap: true },
    { left: `For ${business}` },
    { left: `Due ${formatCalendarDate(dueOn)}` },
    ...lines.map(({ text, amountMinor: minor }, at) => ({ left: text, right: money(minor), gap: at === 0 })),
    { left: status === "paid" ? "Paid" : "To pay", right: money(amountMinor), strong: true, gap: true },
    ...(paidAt && paidBy
      ? [{ left: `Paid ${formatDate(paidAt, timeZone)} ${paidByWords[paidBy]}${receipt ? `, ${receipt}` : ""}` }]
      : []),
    ...(status === "void" ? [{ left: "Void: nothing is asked for it any more." }] : []),
  ];
}
