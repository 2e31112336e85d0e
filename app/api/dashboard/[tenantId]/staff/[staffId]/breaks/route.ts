import type { z } from "zod";
import { answerUnlessAffected } from "@/app/_server/affected";
import { memberCommand, notFoundProblem } from "@/app/_server/route";
import { setBreaksUnlessBooked } from "@/lib/bookings/unless-booked";
import { isId } from "@/lib/platform/ids";
import { breaksInput } from "@/lib/staff/input";

/** All breaks of the week at once. */
export const PUT = memberCommand<z.output<typeof breaksInput>, { staffId: string }>(
  "staff.manage",
  breaksInput,
  async (scope, _, input, { staffId }) =>
    isId(staffId) ? answerUnlessAffected(await setBreaksUnlessBooked(scope, staffId, input)) : notFoundProblem(),
);
