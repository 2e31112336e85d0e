import { PDFDocument } from "pdf-lib";
import { expect, test } from "vitest";
import { naughtyStrings } from "@/lib/platform/testing/naughty-strings";
import { typedText } from "@/lib/platform/typed-text";
import type { Report } from "./report";
import { unzipped } from "./testing/unzipped";
import { writeReport } from "./write-report";

const report: Report = {
  ...{ name: "takings", title: "Takings: all/of it", language: "en" },
  house: { name: "Amani", currency: "KES", timeZone: "Africa/Nairobi" },
  days: { from: "2026-12-31", to: "2027-01-01" },
  columns: [
    { name: "Day", kind: "day" },
    { name: "What", kind: "text" },
    { name: "Times", kind: "number" },
    { name: "Amount", kind: "money" },
    { name: "Share", kind: "percent" },
  ],
  rows: [
    ["2026-12-31", '=HYPERLINK("http://evil")', 2, 150_050, 0.75],
    ["2027-01-01", "Büro & <Co>", 1, -50_000, null],
  ],
  total: ["Total", null, 3, 100_050, 1],
};

test("as CSV: amounts as they are written, and no text is a formula", async () => {
  expect(await writeReport(report, "csv")).toBe(
    [
      "\ufeffDay,What,Times,Amount (KES),Share",
      `2026-12-31,"'=HYPERLINK(""http://evil"")",2,1500.50,75.0`,
      "2027-01-01,Büro & <Co>,1,-500.00,",
      "Total,,3,1000.50,100.0\r\n",
    ].join("\r\n"),
  );
});

test("as a sheet: numbers are numbers, days are days, and no text is a formula", async () => {
  const file = (await writeReport(report, "xlsx")) as Uint8Array;
  const [sheet, strings] = [unzipped(file, "xl/worksheets/sheet1.xml"), unzipped(file, "xl/sharedStrings.xml")];
  expect(sheet).not.toContain("<f>");
  expect(strings).toContain('<t>=HYPERLINK("http://evil")</t>');
  expect(strings).toContain("Büro &amp; &lt;Co&gt;");
  // The 31st of December 2026 is day 46387 of Excel's calendar.
  for (const value of ["1500.5", "-500", "0.75", "46387", "46388"]) expect(sheet).toContain(`<v>${value}</v>`);
});

test("as PDF: as many sheets of A4 as it takes, whatever the letters", async () => {
  const many = {
    ...report,
    rows: Array.from({ length: 120 }, () => [...report.rows[1]!.with(1, "ق long ".repeat(40))]),
  };
  for (const [one, pages] of [
    [report, 1],
    [many, 9],
  ] as const) {
    const pdf = await PDFDocument.load((await writeReport(one, "pdf")) as Uint8Array);
    expect(pdf.getTitle()).toBe("Takings: all/of it, Amani");
    expect(pdf.getPageCount()).toBeGreaterThanOrEqual(pages);
    expect(pdf.getPage(0).getWidth()).toBeCloseTo(595.3, 0);
  }
});

/** As they stand in the house once somebody has written them. */
const kept = [...new Set(naughtyStrings.map((typed) => typedText(200_000).parse(typed).slice(0, 300)))].filter(Boolean);
const { total: _, ...head } = report;
const naughty: Report = { ...head, rows: kept.map((text) => ["2026-12-31", text, 1, 100, 0.5]) };

test("as a sheet, whatever somebody writes stands there as it was written", async () => {
  const strings = unzipped((await writeReport(naughty, "xlsx")) as Uint8Array, "xl/sharedStrings.xml");
  // What XML has no place for, no program opens.
  expect(strings).not.toMatch(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
  const names: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
  const read = [...strings.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text]) =>
    text!.replaceAll(/&(\w+);/g, (_, name: string) => names[name]!),
  );
  // What is no character, and the sign for what could not be read, say nothing and are left out.
  const said = (text: string) => text.replaceAll(/[\ufdd0-\ufdef\ufffd-\uffff]/g, "");
  expect(kept.map(said).filter((text) => text !== "" && !read.includes(text))).toEqual([]);
});

test("as PDF, whatever somebody writes makes a file", async () => {
  const pdf = await PDFDocument.load((await writeReport(naughty, "pdf")) as Uint8Array);
  expect(pdf.getPageCount()).toBeGreaterThanOrEqual(10);
});
