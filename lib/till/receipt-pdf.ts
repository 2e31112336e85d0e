import { PDFDocument, type PDFFont, StandardFonts } from "pdf-lib";
import type { Receipt } from "./get-receipt";
import { receiptParts } from "./receipt-lines";
import type { ReceiptSize } from "./rules";

const mm = 72 / 25.4;
/** Rolls are as long as what is on them. */
const papers: Record<ReceiptSize, { width: number; margin: number; size: number; height?: number }> = {
  "58": { width: 58 * mm, margin: 4 * mm, size: 8 },
  "80": { width: 80 * mm, margin: 5 * mm, size: 9 },
  a4: { width: 210 * mm, margin: 25 * mm, size: 11, height: 297 * mm },
};

type Row = { left: string; right?: string; strong?: boolean; gap?: boolean };

/** The receipt as a file: text alone, in the letters that every reader has. */
export async function receiptPdf(receipt: Receipt, paper: ReceiptSize): Promise<Uint8Array> {
  const parts = receiptParts(receipt);
  const pdf = await PDFDocument.create();
  const [plain, strong] = await Promise.all([
    pdf.embedFont(StandardFonts.Helvetica),
    pdf.embedFont(StandardFonts.HelveticaBold),
  ]);
  const { width, margin, size, height } = papers[paper];
  const fontOf = (row: Row) => (row.strong ? strong : plain);
  const rows = rowsOf(parts).flatMap((row) => broken(row, fontOf(row), size, width - 2 * margin));
  const step = size * 1.4;
  const heightOf = (row: Row) => step + (row.gap ? step * 0.6 : 0);
  const needed = rows.reduce((sum, row) => sum + heightOf(row), 0) + 2 * margin;
  let page = pdf.addPage([width, height ?? Math.max(needed, width)]);
  let y = page.getHeight() - margin;
  for (const row of rows) {
    if (height !== undefined && y - heightOf(row) < margin) {
      page = pdf.addPage([width, height]);
      y = height - margin;
    }
    y -= heightOf(row);
    const font = fontOf(row);
    page.drawText(row.left, { x: margin, y, size, font });
    if (row.right)
      page.drawText(row.right, { x: width - margin - font.widthOfTextAtSize(row.right, size), y, size, font });
  }
  pdf.setTitle(`${parts.title} ${receipt.sale.number}`);
  pdf.setAuthor(receipt.house.name);
  return pdf.save();
}

const rowsOf = (parts: ReturnType<typeof receiptParts>): Row[] => [
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

/** Letters that the font has none for are left as a sign that something stood there. */
const written = (text: string, font: PDFFont): string => {
  const known = new Set(font.getCharacterSet());
  return [...text.normalize("NFC").replaceAll(/[\u00a0\u202f]/g, " ")]
    .map((letter) => (known.has(letter.codePointAt(0)!) ? letter : "?"))
    .join("");
};

/** What is too long for the paper goes on in the next line; the amount stands beside the last one. */
function broken(row: Row, font: PDFFont, size: number, room: number): Row[] {
  const right = row.right ? written(row.right, font) : "";
  const fits = (text: string, beside: string) =>
    font.widthOfTextAtSize(text, size) + (beside ? font.widthOfTextAtSize(`  ${beside}`, size) : 0) <= room;
  const lines: string[] = [];
  let line = "";
  // A word that is longer than a line is broken wherever the line ends.
  for (const letter of written(row.left, font)) {
    if (fits(line + letter, "")) {
      line += letter;
      continue;
    }
    const at = line.lastIndexOf(" ");
    lines.push(at > 0 ? line.slice(0, at) : line);
    line = (at > 0 ? line.slice(at + 1) : "") + letter;
  }
  lines.push(line);
  if (right && !fits(line, right)) lines.push("");
  return lines.map((left, at) => ({
    left,
    ...(row.strong ? { strong: true } : {}),
    ...(row.gap && at === 0 ? { gap: true } : {}),
    ...(right && at === lines.length - 1 ? { right } : {}),
  }));
}
