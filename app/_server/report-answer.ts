import "server-only";
import { z } from "zod";
import type { Report } from "@/lib/analytics/report";
import { type ReportFormat, reportFormats } from "@/lib/analytics/rules";
import { writeReport } from "@/lib/analytics/write-report";

const types: Record<ReportFormat, string> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pdf: "application/pdf",
};

/** What the address of a file asks for beside its days. */
export const exportFields = { format: z.enum(reportFormats, "is csv, xlsx or pdf").default("csv") };

/** A report as the file that was asked for. */
export async function reportAnswer(report: Report, format: ReportFormat): Promise<Response> {
  const { name, days } = report;
  const file = await writeReport(report, format);
  return new Response(typeof file === "string" ? file : new Uint8Array(file), {
    headers: {
      "content-type": types[format],
      "content-disposition": `attachment; filename="${name}-${days.from}-${days.to}.${format}"`,
      "cache-control": "no-store",
    },
  });
}
