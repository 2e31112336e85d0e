import { memberQuestion, notFoundProblem } from "@/app/_server/route";
import { isId } from "@/lib/platform/ids";
import { getSale } from "@/lib/till/get-sale";

export const GET = memberQuestion<{ id: string }>("till.use", async (scope, _, __, { id }) => {
  const sale = isId(id) ? await getSale(scope, id) : null;
  return sale ?? notFoundProblem();
});
