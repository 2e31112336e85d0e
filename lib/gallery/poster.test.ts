import { PDFDocument } from "pdf-lib";
import sharp from "sharp";
import { expect, test } from "vitest";
import { a4, a5 } from "@/lib/platform/pdf-text";
import { posterPdf } from "./poster";

const house = { name: "Amani Salon & Spa", colour: "#8a3a62", link: "https://x.test/book/amani", logo: null } as const;

test.each([
  ["a4", a4],
  ["a5", a5],
] as const)("a sheet of %s with the house's name and no second page", async (size, paper) => {
  const made = await PDFDocument.load(await posterPdf({ ...house, language: "en", size }));
  expect(made.getPageCount()).toBe(1);
  const { width, height } = made.getPage(0).getSize();
  expect([Math.round(width), Math.round(height)]).toEqual([Math.round(paper.width), Math.round(paper.height!)]);
  expect(made.getTitle()).toBe("Amani Salon & Spa: Scan to book");
});

test.each(["X", "W".repeat(60), "Mama Wanjikũ wa Njoroge & Daughters Beauty Parlour and Spa", "美容室"])(
  "the name %s fits, whatever it is, with a logo as well",
  async (name) => {
    const logo = await sharp({ create: { width: 256, height: 128, channels: 4, background: "#fff0" } })
      .webp()
      .toBuffer();
    const made = await posterPdf({ ...house, name, logo, language: "sw", size: "a4" });
    expect((await PDFDocument.load(made)).getTitle()).toBe(`${name}: Skani uweke nafasi`);
  },
);
