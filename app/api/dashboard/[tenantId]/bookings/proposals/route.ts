import { memberAsk, notFoundProblem } from "@/app/_server/route";
import { proposalsInput } from "@/lib/bookings/input";
import { proposeMoves } from "@/lib/bookings/propose-moves";

/** Where these bookings could go; nothing is changed. */
export const POST = memberAsk("bookings.move", proposalsInput, async (scope, _, input) => {
  const proposals = await proposeMoves(scope, input);
  return proposals.length > 0 ? { proposals } : notFoundProblem();
});
