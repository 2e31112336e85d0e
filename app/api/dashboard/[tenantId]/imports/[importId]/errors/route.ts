import { memberQuestion, notFoundProblem } from "@/app/_server/route";
import { sayTo } from "@/app/_server/say-to";
import { importErrors } from "@/lib/imports/get-import";
import { isId } from "@/lib/platform/ids";

/** The rows that somebody has to put right, as a file to be read in again. */
export const GET = memberQuestion<{ importId: string }>(
  "imports.run",
  async (scope, { visitor }, _request, { importId }) => {
    const file = isId(importId) ? await importErrors(scope, importId, sayTo(visitor)) : null;
    if (file === null) return notFoundProblem();
    return new Response(file, {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": 'attachment; filename="to-put-right.csv"',
        "cache-control": "no-store",
      },
    });
  },
);
