import type { Language } from "@/lib/platform/format";
import { a4, type Paper, type PdfRow, roll, textPdf } from "@/lib/platform/pdf-text";
import type { Receipt } from "./get-receipt";
import { receiptParts } from "./receipt-lines";
import type { ReceiptSize } from "./rules";

const papers: Record<ReceiptSize, Paper> = { "58": roll(58, 4, 8), "80": roll(80, 5, 9), a4 };

/** The receipt as a file: text alone. */
export async function receiptPdf(receipt: Receipt, paper: ReceiptSize, language: Language = "en"): Promise<Uint8Array> {
  const parts = receiptParts(receipt, language);
  const title = `${parts.title} ${receipt.sale.number}`;
  return textPdf(rowsOf(parts), papers[paper], { title, author: receipt.house.name });
}

const rowsOf = (parts: ReturnType<typeof receiptParts>): PdfRow[] => [
  ...parts.house.map((left, at) => ({ left, strong: at === 0 })),
  { left: parts.title, strong: true, gap: true },
  ...parts.about.map(({ term, value }) => ({ left: `${term}: ${value}` })),
  ...parts.lines.flatMap(({ what, by, amount }, at) => [
    { left: what, right: amount, gap: at === 0 },
    ...(by ? [{ left: `  ${by}` }] : []),
  ]),
  ...parts.sums.map(({ term, value, strong }, at) => ({ left: term, right: value, strong, gap: at === 0 })),
  ...parts.tenders.map(({ term, value }, at) => ({ left: term, right: value, gap: at === 0 })),
  { left: parts.standing, strong: true, gap: true },
];
