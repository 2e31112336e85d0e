import { memberCommand, memberQuestion, notFoundProblem } from "@/app/_server/route";
import { correctProblem } from "@/app/_server/visit-refused";
import { isId } from "@/lib/platform/ids";
import { correctVisit } from "@/lib/visits/correct-visit";
import { getVisit } from "@/lib/visits/get-visit";
import { type CorrectVisitInput, correctVisitInput } from "@/lib/visits/input";

export const GET = memberQuestion<{ id: string }>("visits.see", async (scope, _, __, { id }) => {
  const visit = isId(id) ? await getVisit(scope, id) : null;
  return visit ?? notFoundProblem();
});

/** What was charged, who did it, or what was noted, put right. */
export const PATCH = memberCommand<CorrectVisitInput, { id: string }>(
  "visits.correct",
  correctVisitInput,
  async (scope, _, wish, { id }) => {
    if (!isId(id)) return notFoundProblem();
    const corrected = await correctVisit(scope, { ...wish, id });
    return corrected.ok ? corrected.value : correctProblem(corrected);
  },
);
