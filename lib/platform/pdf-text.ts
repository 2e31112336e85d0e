import { PDFDocument, type PDFFont, StandardFonts } from "pdf-lib";
import { inPdfLetters } from "./pdf-letters";

/** A line of a page: text, and an amount at its end. */
export type PdfRow = { left: string; right?: string; strong?: boolean; gap?: boolean };
/** In points; a paper without a height is as long as what is on it. */
export type Paper = { width: number; margin: number; size: number; height?: number };

export const mm = 72 / 25.4;
export const a4: Paper = { width: 210 * mm, margin: 25 * mm, size: 11, height: 297 * mm };
/** Half of it. */
export const a5: Paper = { width: 148 * mm, margin: 17 * mm, size: 8, height: 210 * mm };
/** Of a printer's roll. */
export const roll = (width: number, margin: number, size: number): Paper => ({
  width: width * mm,
  margin: margin * mm,
  size,
});

/** Lines of text as a file, in the letters that every reader has. */
export async function textPdf(
  all: readonly PdfRow[],
  { width, margin, size, height }: Paper,
  about: { title: string; author: string },
): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const [plain, strong] = await Promise.all([
    pdf.embedFont(StandardFonts.Helvetica),
    pdf.embedFont(StandardFonts.HelveticaBold),
  ]);
  const fontOf = (row: PdfRow) => (row.strong ? strong : plain);
  const rows = all.flatMap((row) => broken(row, fontOf(row), size, width - 2 * margin));
  const step = size * 1.4;
  const heightOf = (row: PdfRow) => step + (row.gap ? step * 0.6 : 0);
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
  pdf.setTitle(about.title);
  pdf.setAuthor(about.author);
  return pdf.save();
}

/** What is too long for the paper goes on in the next line; the amount stands beside the last one. */
function broken(row: PdfRow, font: PDFFont, size: number, room: number): PdfRow[] {
  const right = row.right ? inPdfLetters(row.right) : "";
  const fits = (text: string, beside: string) =>
    font.widthOfTextAtSize(text, size) + (beside ? font.widthOfTextAtSize(`  ${beside}`, size) : 0) <= room;
  const lines = linesOf(inPdfLetters(row.left), (text) => fits(text, ""));
  if (right && !fits(lines.at(-1)!, right)) lines.push("");
  return lines.map((left, at) => ({
    left,
    ...(row.strong ? { strong: true } : {}),
    ...(row.gap && at === 0 ? { gap: true } : {}),
    ...(right && at === lines.length - 1 ? { right } : {}),
  }));
}

/** A text as lines that fit. A word that is longer than a line is broken wherever the line ends. */
export function linesOf(text: string, fits: (text: string) => boolean): string[] {
  const lines: string[] = [];
  let line = "";
  for (const letter of text) {
    if (fits(line + letter)) {
      line += letter;
      continue;
    }
    const at = line.lastIndexOf(" ");
    lines.push(at > 0 ? line.slice(0, at) : line);
    line = (at > 0 ? line.slice(at + 1) : "") + letter;
  }
  return [...lines, line];
}
