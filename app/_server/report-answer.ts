import "server-only";
import type { Report } from "@/lib/analytics/report";
import { type ReportFormat, reportTypes } from "@/lib/analytics/rules";
import { writeReport } from "@/lib/analytics/write-report";

/** A report as the file that was asked for. */
export async function reportAnswer(report: Report, format: ReportFormat): Promise<Response> {
  const { name, days } = report;
  const file = await writeReport(report, format);
  return new Response(typeof file === "string" ? file : new Uint8Array(file), {
    headers: {
      "content-type": format === "csv" ? `${reportTypes.csv}; charset=utf-8` : reportTypes[format],
      "content-disposition": `attachment; filename="${name}-${days.from}-${days.to}.${format}"`,
      "cache-control": "no-store",
    },
  });
}
