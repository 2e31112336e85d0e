import { PDFDocument, type PDFFont, type PDFPage, StandardFonts } from "pdf-lib";
import { inPdfLetters } from "./pdf-letters";
import { a4, linesOf, mm } from "./pdf-text";

/** What is `whole` is not broken into lines: amounts, and days. */
export type PdfColumn = { name: string; align: "left" | "right"; whole: boolean };
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
const normal = 9;
const lineOf = (size: number) => size * 1.4;
const step = lineOf(normal);
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
  const { widths, size } = widthsOf(columns, total ? [...rows, total] : rows, fonts);
  let page = pdf.addPage([width, height]);
  let y = height - margin;
  const put = (cells: readonly string[], font: PDFFont) => {
    const broken = cells.map((text, at) => {
      const room = widths[at]! + 0.01;
      return linesOf(inPdfLetters(text), (part) => font.widthOfTextAtSize(part, size) <= room);
    });
    const needed = lineOf(size) * Math.max(...broken.map((cell) => cell.length));
    if (y - needed < margin + step) {
      page = pdf.addPage([width, height]);
      y = height - margin;
      put(
        columns.map(({ name }) => name),
        strong,
      );
    }
    drawRow(page, y, broken, { columns, widths, size, font });
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
    const big = at === 0 ? 14 : normal;
    for (const line of linesOf(inPdfLetters(text), (part) => font.widthOfTextAtSize(part, big) <= width - 2 * margin)) {
      y -= big * 1.4;
      page.drawText(line, { x: margin, y, size: big, font });
    }
  }
  return y - step;
}

type Drawn = { columns: readonly PdfColumn[]; widths: readonly number[]; size: number; font: PDFFont };

function drawRow(
  page: PDFPage,
  y: number,
  cells: readonly (readonly string[])[],
  { columns, widths, size, font }: Drawn,
) {
  let x = margin;
  for (const [at, lines] of cells.entries()) {
    for (const [nth, text] of lines.entries()) {
      const free = columns[at]!.align === "right" ? widths[at]! - font.widthOfTextAtSize(text, size) : 0;
      page.drawText(text, { x: x + free, y: y - lineOf(size) * (nth + 1), size, font });
    }
    x += widths[at]! + between;
  }
}

/** As wide as what stands in them; where that is too much, heads go on in a second line, texts give way, and at last letters. */
function widthsOf(columns: readonly PdfColumn[], rows: readonly (readonly string[])[], { strong }: Fonts) {
  const room = width - 2 * margin - between * (columns.length - 1);
  const widest = (texts: readonly string[]) =>
    Math.max(0, ...texts.map((text) => strong.widthOfTextAtSize(inPdfLetters(text), normal)));
  const sum = (all: readonly number[]) => all.reduce((one, other) => one + other, 0);
  const wanted = columns.map(({ name }, at) => widest([name, ...rows.map((row) => row[at] ?? "")]));
  if (sum(wanted) <= room) return { widths: wanted, size: normal };
  const narrow = columns.map(({ name, whole }, at) =>
    whole ? widest([...name.split(" "), ...rows.map((row) => row[at] ?? "")]) : wanted[at]!,
  );
  const fixed = sum(narrow.filter((_, at) => columns[at]!.whole));
  const share = Math.min(1, Math.max(0.1, (room - fixed) / Math.max(sum(narrow) - fixed, 1)));
  const widths = narrow.map((one, at) => (columns[at]!.whole ? one : one * share));
  const scale = Math.min(1, room / sum(widths));
  return { widths: widths.map((one) => one * scale), size: normal * scale };
}

function number(pdf: PDFDocument, font: PDFFont) {
  const pages = pdf.getPages();
  for (const [at, page] of pages.entries()) {
    const text = `Page ${at + 1} of ${pages.length}`;
    const size = normal;
    page.drawText(text, { x: width - margin - font.widthOfTextAtSize(text, size), y: margin - step, size, font });
  }
}
