import { invalid } from "@/app/_server/problem";
import { memberQuestion, notFoundProblem } from "@/app/_server/route";
import { fieldErrors } from "@/lib/platform/field-errors";
import { isId } from "@/lib/platform/ids";
import { isCustomer } from "@/lib/rewards/give-voucher";
import { pointsQuery } from "@/lib/rewards/input";
import { listPoints, pointsStanding } from "@/lib/rewards/list-points";

/** What a customer has, and how it came and went. */
export const GET = memberQuestion<{ id: string }>("rewards.see", async (scope, _, request, { id }) => {
  const asked = pointsQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return invalid(fieldErrors(asked.error));
  if (!isId(id) || !(await isCustomer(scope, id))) return notFoundProblem();
  const [standing, history] = await Promise.all([pointsStanding(scope, id), listPoints(scope, id, asked.data.cursor)]);
  return { standing, history };
});
