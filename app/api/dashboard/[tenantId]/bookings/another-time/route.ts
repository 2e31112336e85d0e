import { memberCommand, notFoundProblem } from "@/app/_server/route";
import { askForAnotherTime } from "@/lib/bookings/ask-for-another-time";
import { anotherTimeInput } from "@/lib/bookings/input";

/** Asks these customers to choose another time themselves. */
export const POST = memberCommand("bookings.move", anotherTimeInput, async (scope, _, input) => {
  const asked = await askForAnotherTime(scope, input);
  return asked.ok ? asked.value : notFoundProblem();
});
