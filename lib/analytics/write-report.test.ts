import { PDFDocument } from "pdf-lib";
import { expect, test } from "vitest";
import type { Report } from "./report";
import { unzipped } from "./testing/unzipped";
import { writeReport } from "./write-report";

const report: Report = {
  ...{ name: "takings", title: "Takings: all/of it" },
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
