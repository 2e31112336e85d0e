import { PDFDocument, StandardFonts } from "pdf-lib";
import { expect, test } from "vitest";
import { inPdfLetters, isPrintable } from "./pdf-letters";

test.each([
  ["Mama Wanjikũ", "Mama Wanjiku", true],
  ["Gĩtaũ Salon", "Gitau Salon", true],
  // Marks that stand by themselves, as some keyboards send them.
  ["Nju\u0303gu\u0303na m\u0303", "Njuguna m", true],
  ["Café “Zoë” – 5 €", "Café “Zoë” – 5 €", true],
  ["Kinyozi 💈", "Kinyozi ?", false],
  ["美容室", "???", false],
])("%s is printed as %s", (name, printed, all) => {
  expect([inPdfLetters(name), isPrintable(name)]).toEqual([printed, all]);
});

test("what counts as a letter of the fonts is one", async () => {
  const font = await (await PDFDocument.create()).embedFont(StandardFonts.Helvetica);
  const all = Array.from({ length: 0x3000 - 0x20 }, (_, at) => at + 0x20);
  const known = new Set(font.getCharacterSet());
  const wrong = all.filter((code) => {
    const letter = String.fromCodePoint(code);
    return inPdfLetters(letter) === letter && letter !== "?" && !known.has(code);
  });
  expect(wrong.map((code) => code.toString(16))).toEqual([]);
});
