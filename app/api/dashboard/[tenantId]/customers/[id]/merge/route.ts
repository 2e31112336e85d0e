import { invalid } from "@/app/_server/problem";
import { memberQuestion, notFoundProblem } from "@/app/_server/route";
import { fieldErrors } from "@/lib/platform/field-errors";
import { isId } from "@/lib/platform/ids";
import { mergeQuery } from "@/lib/records/input";
import { previewMerge } from "@/lib/records/preview-merge";

/** Two customers side by side, and what would go from the second to the first. */
export const GET = memberQuestion<{ id: string }>("customers.merge", async (scope, _member, request, { id }) => {
  if (!isId(id)) return notFoundProblem();
  const asked = mergeQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return invalid(fieldErrors(asked.error));
  return (await previewMerge(scope, id, asked.data.with)) ?? notFoundProblem();
});
