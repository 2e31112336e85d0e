import { PDFDocument, type PDFFont, type PDFPage, StandardFonts } from "pdf-lib";
import { inPdfLetters } from "./pdf-letters";
import { a4, linesOf, mm } from "./pdf-text";

export type PdfColumn = { name: string; align: "left" | "right" };
type About = {
  title: string;
  /** Under the title of the first page. */
  lines: readonly string[];
  author: string;
  columns: readonly PdfColumn[];
  rows: readonly (readonly string[])[];
  /** The last row, in bold. */
  total?: readonly string[] | undefined;
};

const [width, height] = [a4.width, a4.height!];
const margin = 18 * mm;
const size = 9;
const step = size * 1.4;
const between = 8;

type Fonts = { plain: PDFFont; strong: PDFFont };

/** A table on sheets of A4: its head stands on each of them, and each says which of how many it is. */
export async function tablePdf({ title, lines, author, columns, rows, total }: About): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.setTitle(title);
  pdf.setAuthor(author);
  const [plain, strong] = await Promise.all([
    pdf.embedFont(StandardFonts.Helvetica),
    pdf.embedFont(StandardFonts.HelveticaBold),
  ]);
  const fonts = { plain, strong };
  const widths = widthsOf(columns, total ? [...rows, total] : rows, fonts);
  let page = pdf.addPage([width, height]);
  let y = height - margin;
  const put = (cells: readonly string[], font: PDFFont) => {
    const broken = cells.map((text, at) => {
      const room = widths[at]! + 0.01;
      return linesOf(inPdfLetters(text), (part) => font.widthOfTextAtSize(part, size) <= room);
    });
    const needed = step * Math.max(...broken.map((cell) => cell.length));
    if (y - needed < margin + step) {
      page = pdf.addPage([width, height]);
      y = height - margin;
      put(
        columns.map(({ name }) => name),
        strong,
      );
    }
    drawRow(page, y, broken, { columns, widths, font });
    y -= needed;
  };
  y = drawHead(page, y, [title, ...lines], fonts);
  put(
    columns.map(({ name }) => name),
    strong,
  );
  for (const row of rows) put(row, plain);
  if (total) put(total, strong);
  number(pdf, plain);
  return pdf.save();
}

function drawHead(page: PDFPage, from: number, texts: readonly string[], { plain, strong }: Fonts): number {
  let y = from;
  for (const [at, text] of texts.entries()) {
    const font = at === 0 ? strong : plain;
    const big = at === 0 ? 14 : size;
    for (const line of linesOf(inPdfLetters(text), (part) => font.widthOfTextAtSize(part, big) <= width - 2 * margin)) {
      y -= big * 1.4;
      page.drawText(line, { x: margin, y, size: big, font });
    }
  }
  return y - step;
}

type Drawn = { columns: readonly PdfColumn[]; widths: readonly number[]; font: PDFFont };

function drawRow(page: PDFPage, y: number, cells: readonly (readonly string[])[], { columns, widths, font }: Drawn) {
  let x = margin;
  for (const [at, lines] of cells.entries()) {
    for (const [nth, text] of lines.entries()) {
      const free = columns[at]!.align === "right" ? widths[at]! - font.widthOfTextAtSize(text, size) : 0;
      page.drawText(text, { x: x + free, y: y - step * (nth + 1), size, font });
    }
    x += widths[at]! + between;
  }
}

/** As wide as what stands in them; where that is too much, texts give way and amounts do not. */
function widthsOf(columns: readonly PdfColumn[], rows: readonly (readonly string[])[], { strong }: Fonts): number[] {
  const room = width - 2 * margin - between * (columns.length - 1);
  const wanted = columns.map(({ name }, at) =>
    Math.max(
      ...[name, ...rows.map((row) => row[at] ?? "")].map((text) => strong.widthOfTextAtSize(inPdfLetters(text), size)),
    ),
  );
  const sum = (all: readonly number[]) => all.reduce((one, other) => one + other, 0);
  const fixed = sum(wanted.filter((_, at) => columns[at]!.align === "right"));
  const texts = sum(wanted) - fixed;
  const share = Math.min(1, Math.max(0.1, (room - fixed) / Math.max(texts, 1)));
  return wanted.map((one, at) => (columns[at]!.align === "right" ? one : one * share));
}

function number(pdf: PDFDocument, font: PDFFont) {
  const pages = pdf.getPages();
  for (const [at, page] of pages.entries()) {
    const text = `Page ${at + 1} of ${pages.length}`;
    page.drawText(text, { x: width - margin - font.widthOfTextAtSize(text, size), y: margin - step, size, font });
  }
}
