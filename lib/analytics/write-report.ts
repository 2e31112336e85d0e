import { writeCsv } from "@/lib/platform/csv";
import { reportPdf } from "./internal/report-pdf";
import { reportXlsx } from "./internal/report-xlsx";
import { headOf, type Report, type ReportCell, type ReportColumn } from "./report";
import type { ReportFormat } from "./rules";

/** A report as a file in the format that is asked for. */
export async function writeReport(report: Report, format: ReportFormat): Promise<string | Uint8Array> {
  if (format === "csv") return reportCsv(report);
  return format === "xlsx" ? reportXlsx(report) : reportPdf(report);
}

function reportCsv(report: Report): string {
  const { columns, rows, total } = report;
  const lines = (total ? [...rows, total] : rows).map((row) => row.map((cell, at) => written(cell, columns[at]!)));
  return writeCsv([headOf(report), ...lines]);
}

function written(cell: ReportCell, { kind }: ReportColumn): string {
  if (cell === null) return "";
  if (typeof cell === "string") return cell;
  if (kind === "money") return (cell / 100).toFixed(2);
  return kind === "percent" ? (cell * 100).toFixed(1) : String(cell);
}
