import { invalid } from "@/app/_server/problem";
import { memberQuestion, notFoundProblem } from "@/app/_server/route";
import { timeline } from "@/lib/customers/timeline";
import { timelineQuery } from "@/lib/customers/timeline-input";
import { fieldErrors } from "@/lib/platform/field-errors";
import { isId } from "@/lib/platform/ids";

/** What happened with them, latest first. */
export const GET = memberQuestion<{ id: string }>("customers.see", async (scope, _, request, { id }) => {
  const asked = timelineQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return invalid(fieldErrors(asked.error));
  return (isId(id) ? await timeline(scope, id, asked.data) : null) ?? notFoundProblem();
});
