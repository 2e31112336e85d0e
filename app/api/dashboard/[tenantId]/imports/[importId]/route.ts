import { memberQuestion, notFoundProblem } from "@/app/_server/route";
import { getImport } from "@/lib/imports/get-import";
import { isId } from "@/lib/platform/ids";

/** What became of a list so far. */
export const GET = memberQuestion<{ importId: string }>(
  "imports.run",
  async (scope, _member, _request, { importId }) =>
    isId(importId) ? ((await getImport(scope, importId)) ?? notFoundProblem()) : notFoundProblem(),
);
