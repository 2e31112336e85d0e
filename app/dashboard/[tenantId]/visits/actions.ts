"use server";

import { done, memberAction } from "@/app/_server/action";
import { correctStopped } from "@/app/_server/visit-refused";
import { id } from "@/lib/bookings/input";
import { correctVisit } from "@/lib/visits/correct-visit";
import { correctVisitInput } from "@/lib/visits/input";

export const correct = memberAction("visits.correct", correctVisitInput.extend({ id }), async (scope, _, wish) => {
  const corrected = await correctVisit(scope, wish);
  return corrected.ok ? done(corrected.value) : correctStopped(corrected);
});
