import { expect, test } from "vitest";
import type { InvoiceFacts } from "./get-invoice";
import { invoiceRows } from "./invoice-pdf";
import { lineWords } from "./invoice-words";

const invoice = {
  ...{ number: 12, business: "Amani", dueOn: "2026-11-24", amountMinor: 350_000, currency: "KES", status: "paid" },
  ...{ paidAt: "2026-11-24T09:00:00.000Z", paidBy: "mpesa", receipt: "QX1", timeZone: "Africa/Nairobi" },
  lines: [
    { text: "Solo, Tue 24 Nov 2026 to Wed 23 Dec 2026", amountMinor: 400_000 },
    { text: "Left of Team, paid until Mon 30 Nov 2026", amountMinor: -40_000 },
    { text: "Credit", amountMinor: -10_000 },
  ],
} as unknown as InvoiceFacts;

test("an invoice is read in the language of whoever asks for it", () => {
  expect(invoiceRows(invoice, "en").map(({ left }) => left)).toEqual([
    ...["ClientPulse", "Invoice 12", "For Amani", "Due Tue 24 Nov 2026"],
    ...invoice.lines.map(({ text }) => text),
    ...["Paid", "Paid Tue 24 Nov 2026 by M-Pesa, QX1"],
  ]);
  expect(invoiceRows(invoice, "sw").map(({ left }) => left)).toEqual([
    ...["ClientPulse", "Ankara 12", "Kwa Amani", "Ilipwe kufikia Jumanne 24 Nov 2026"],
    "Solo, Jumanne 24 Nov 2026 hadi Jumatano 23 Des 2026",
    "Kilichobaki cha Team, kilicholipiwa hadi Jumatatu 30 Nov 2026",
    "Salio lako",
    ...["Imelipwa", "Imelipwa Jumanne 24 Nov 2026 kwa M-Pesa, QX1"],
  ]);
  expect(lineWords("Something that was written otherwise", "sw")).toBe("Something that was written otherwise");
});
