import { formatCalendarDate, formatDate, formatMoney, type Language } from "@/lib/platform/format";
import { a4, type PdfRow, textPdf } from "@/lib/platform/pdf-text";
import type { InvoiceFacts } from "./get-invoice";
import { invoiceWords, lineWords } from "./invoice-words";

/** An invoice as a file; what is paid says so. */
export const invoicePdf = (invoice: InvoiceFacts, language: Language): Promise<Uint8Array> =>
  textPdf(invoiceRows(invoice, language), a4, {
    title: invoiceWords[language].title(String(invoice.number)),
    author: "ClientPulse",
  });

export function invoiceRows(invoice: InvoiceFacts, language: Language): PdfRow[] {
  const { number, business, dueOn, lines, amountMinor, currency, status, paidAt, paidBy, receipt, timeZone } = invoice;
  const words = invoiceWords[language];
  const money = (minor: number) => formatMoney(minor, currency);
  return [
    { left: "ClientPulse", strong: true },
    { left: words.title(String(number)), strong: true, gap: true },
    { left: words.for(business) },
    { left: words.due(formatCalendarDate(dueOn, language)) },
    ...lines.map(({ text, amountMinor: minor }, at) => ({
      left: lineWords(text, language),
      right: money(minor),
      gap: at === 0,
    })),
    { left: status === "paid" ? words.paid : words.toPay, right: money(amountMinor), strong: true, gap: true },
    ...(paidAt && paidBy
      ? [
          {
            left: `${words.paidOn(formatDate(paidAt, timeZone, language), words.paidBy[paidBy])}${receipt ? `, ${receipt}` : ""}`,
          },
        ]
      : []),
    ...(status === "void" ? [{ left: words.void }] : []),
  ];
}
