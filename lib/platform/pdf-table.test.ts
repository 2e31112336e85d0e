import { inflateSync } from "node:zlib";
import { PDFDocument, PDFRawStream } from "pdf-lib";
import { expect, test } from "vitest";
import { tablePdf } from "./pdf-table";

test("many amounts stay on the paper: their heads go on in a second line, and days are not broken", async () => {
  const amounts = ["Sales without VAT and tips", "Stock", "Expenses", "Earnings", "Profit"];
  const row = ["2026-12-01", "2026-12-31", ...amounts.map(() => "KES 12,345,678.90")];
  const bytes = await tablePdf({
    ...{ title: "Profit", lines: [], author: "Amani" },
    columns: [
      ...["From", "To"].map((name) => ({ name, align: "left" as const, whole: true })),
      ...amounts.map((name) => ({ name, align: "right" as const, whole: true })),
    ],
    rows: [row],
  });
  const drawn = (await PDFDocument.load(bytes)).context
    .enumerateIndirectObjects()
    .flatMap(([, one]) => (one instanceof PDFRawStream ? [inflated(one)] : []))
    .join("\n");
  const shown = [...drawn.matchAll(/<([0-9A-F]+)> Tj/g)].map(([, hex]) => Buffer.from(hex!, "hex").toString("latin1"));
  expect(shown).toEqual(expect.arrayContaining([...row, "Stock"]));
  expect(shown).not.toContain("Sales without VAT and tips");
  const left = [...drawn.matchAll(/1 0 0 1 ([\d.]+) [\d.]+ Tm/g)].map(([, x]) => Number(x));
  expect(Math.max(...left)).toBeLessThan(545);
});

const inflated = (stream: PDFRawStream): string => {
  try {
    return inflateSync(stream.getContents()).toString("latin1");
  } catch {
    return "";
  }
};
