import "server-only";
import { fieldErrors } from "@/lib/platform/field-errors";
import { type CustomerExport, exportAsCsv } from "@/lib/records/export-customer";
import { exportQuery } from "@/lib/records/input";
import { invalid } from "./problem";
import { notFoundProblem } from "./route";

/** What is held of somebody as the file that was asked for. */
export async function exportAnswer(request: Request, held: () => Promise<CustomerExport | null>): Promise<Response> {
  const asked = exportQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return invalid(fieldErrors(asked.error));
  const { format } = asked.data;
  const all = await held();
  if (!all) return notFoundProblem();
  return new Response(format === "csv" ? exportAsCsv(all) : JSON.stringify(all, null, 2), {
    headers: {
      "content-type": `${format === "csv" ? "text/csv" : "application/json"}; charset=utf-8`,
      "content-disposition": `attachment; filename="customer-${all.exportedAt.slice(0, 10)}.${format}"`,
      "cache-control": "no-store",
    },
  });
}
