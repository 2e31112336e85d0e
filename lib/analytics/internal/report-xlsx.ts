import writeXlsxFile, { type CellObject } from "write-excel-file/node";
import { headOf, type Report, type ReportCell, type ReportColumn } from "../report";

/** Numbers are numbers and dates are dates; a text is never a formula, whatever it begins with. */
export async function reportXlsx(report: Report): Promise<Uint8Array> {
  const { columns, rows, total, title } = report;
  const bold = { fontWeight: "bold" as const };
  const data = [
    headOf(report).map((value): CellObject => ({ value, type: String, ...bold })),
    ...rows.map((row) => row.map((cell, at) => typed(cell, columns[at]!))),
    ...(total ? [total.map((cell, at) => ({ ...typed(cell, columns[at]!), ...bold }))] : []),
  ];
  return writeXlsxFile(data, {
    sheet: sheetName(title),
    columns: columns.map(({ kind }) => ({ width: kind === "text" ? 28 : 16 })),
    stickyRowsCount: 1,
  }).toBuffer();
}

function typed(cell: ReportCell, { kind }: ReportColumn): CellObject {
  if (cell === null) return {};
  if (kind === "day" && isDay(cell)) return { value: new Date(`${cell}T00:00:00Z`), type: Date, format: "yyyy-mm-dd" };
  if (typeof cell === "string") return { value: cell, type: String };
  if (kind === "money") return { value: cell / 100, type: Number, format: "#,##0.00" };
  return { value: cell, type: Number, format: kind === "percent" ? "0.0%" : "#,##0" };
}

/** The last row says "Total" where the others have their day. */
const isDay = (cell: ReportCell): cell is string => typeof cell === "string" && /^\d{4}-\d{2}-\d{2}$/.test(cell);

/** Excel takes 31 letters, and none of these. */
const sheetName = (title: string): string => title.replaceAll(/[[\]:*?/\\]/g, " ").slice(0, 31);
