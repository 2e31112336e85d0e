import type { z } from "zod";
import { deskProblem } from "@/app/_server/desk-refused";
import { json, memberCommand, notFoundProblem } from "@/app/_server/route";
import { proposeTimesInput } from "@/lib/bookings/input";
import { proposeTimes } from "@/lib/bookings/propose-times";
import { isId } from "@/lib/platform/ids";

/** Other times for the customer to choose from. */
export const POST = memberCommand<z.output<typeof proposeTimesInput>, { id: string }>(
  "bookings.propose",
  proposeTimesInput,
  async (scope, _, wish, { id }) => {
    if (!isId(id)) return notFoundProblem();
    const proposed = await proposeTimes(scope, { id, ...wish });
    return proposed.ok ? json(proposed.value, 201) : deskProblem(proposed);
  },
);
