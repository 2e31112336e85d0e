import { PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from "pdf-lib";
import { encode } from "uqr";
import { contrast, grey, parseHex } from "@/lib/platform/colour";
import type { Language } from "@/lib/platform/format";
import { inPdfLetters } from "@/lib/platform/pdf-letters";
import { a4, a5 } from "@/lib/platform/pdf-text";
import { asPng } from "./internal/encode";
import { posterWords } from "./poster-words";

export const posterSizes = { a4, a5 } as const;

type Poster = {
  name: string;
  colour: string;
  /** Where the code leads. */
  link: string;
  logo: Buffer | null;
  language: Language;
  size: keyof typeof posterSizes;
};

/** A sheet for the wall: who it is, a code to scan, and the address for who types it. */
export async function posterPdf({ name, colour, link, logo, language, size }: Poster): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const fonts = {
    plain: await pdf.embedFont(StandardFonts.Helvetica),
    strong: await pdf.embedFont(StandardFonts.HelveticaBold),
  };
  const { width, height = 0, margin } = posterSizes[size];
  const page = pdf.addPage([width, height]);
  const band = height * 0.3;
  page.drawRectangle({ x: 0, y: height - band, width, height: band, color: inRgb(colour) });
  const sign = logo ? await pdf.embedPng(await asPng(logo)) : null;
  const side = band * 0.4;
  if (sign) {
    const { width: wide, height: high } = sign.scaleToFit(side, side);
    page.drawImage(sign, { x: (width - wide) / 2, y: height - margin * 0.7 - high, width: wide, height: high });
  }
  const room = { top: height - margin * 0.7 - (sign ? side + margin * 0.3 : 0), bottom: height - band + margin * 0.5 };
  drawName(page, fonts.strong, name, { ...room, width: width - 2 * margin, colour });

  const { scan, also } = posterWords[language];
  const code = width * 0.56;
  const top = height - band - margin;
  drawCode(page, link, { x: (width - code) / 2, y: top - code, side: code });
  centred(page, fonts.strong, scan, { size: width * 0.075, y: top - code - width * 0.13 });
  centred(page, fonts.plain, also, { size: width * 0.038, y: top - code - width * 0.2 });
  centred(page, fonts.plain, link.replace(/^https?:\/\//, ""), { size: width * 0.03, y: margin * 0.8 });
  pdf.setTitle(`${name}: ${scan}`);
  pdf.setAuthor(name);
  return pdf.save();
}

const inRgb = (colour: string) => {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  return rgb(r ?? 0, g ?? 0, b ?? 0);
};

/** White or black, whichever reads better on the colour. */
function textOn(colour: string) {
  const own = parseHex(colour) ?? grey(0);
  return contrast(own, grey(1)) >= contrast(own, grey(0)) ? rgb(1, 1, 1) : rgb(0, 0, 0);
}

function centred(
  page: PDFPage,
  font: PDFFont,
  text: string,
  at: { size: number; y: number; color?: ReturnType<typeof rgb> },
) {
  const line = inPdfLetters(text);
  const most = page.getWidth() * 0.9;
  // What is too long for the paper is smaller.
  const size = Math.min(at.size, (at.size * most) / font.widthOfTextAtSize(line, at.size));
  page.drawText(line, {
    ...{ x: (page.getWidth() - font.widthOfTextAtSize(line, size)) / 2, y: at.y, size, font },
    ...(at.color ? { color: at.color } : {}),
  });
}

type Room = { top: number; bottom: number; width: number; colour: string };

/** In as large letters as fit, in one line or two. */
function drawName(page: PDFPage, font: PDFFont, name: string, { top, bottom, width, colour }: Room) {
  const words = inPdfLetters(name).split(" ");
  const half = words.length < 2 ? 1 : Math.ceil(words.length / 2);
  const lines =
    font.widthOfTextAtSize(words.join(" "), width * 0.08) <= width || words.length < 2
      ? [words.join(" ")]
      : [words.slice(0, half).join(" "), words.slice(half).join(" ")];
  const widest = Math.max(...lines.map((line) => font.widthOfTextAtSize(line, 1)));
  const size = Math.min(width / widest, (top - bottom) / (lines.length * 1.2), width * 0.12);
  const block = lines.length * size * 1.2;
  const start = (top + bottom + block) / 2 - size;
  lines.forEach((line, at) => {
    centred(page, font, line, { size, y: start - at * size * 1.2, color: textOn(colour) });
  });
}

/** Black on white, with the edge that cameras look for. */
function drawCode(page: PDFPage, link: string, { x, y, side }: { x: number; y: number; side: number }) {
  const { size, data } = encode(link, { border: 2, ecc: "M" });
  const cell = side / size;
  page.drawRectangle({ x, y, width: side, height: side, color: rgb(1, 1, 1) });
  data.forEach((row, down) => {
    row.forEach((isDark, across) => {
      // A hair wider, so that no printer leaves white between two.
      if (isDark)
        page.drawRectangle({
          ...{ x: x + across * cell, y: y + side - (down + 1) * cell },
          ...{ width: cell * 1.02, height: cell * 1.02, color: rgb(0, 0, 0) },
        });
    });
  });
}
