import { invalid } from "@/app/_server/problem";
import { memberQuestion, notFoundProblem } from "@/app/_server/route";
import { fieldErrors } from "@/lib/platform/field-errors";
import { startQuery } from "@/lib/till/input";
import { startSale } from "@/lib/till/start-sale";

/** What a checkout begins with. */
export const GET = memberQuestion("till.use", async (scope, _, request) => {
  const asked = startQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return invalid(fieldErrors(asked.error));
  return (await startSale(scope, asked.data)) ?? notFoundProblem();
});
