import type { z } from "zod";
import { answerUnlessAffected } from "@/app/_server/affected";
import { memberCommand, notFoundProblem } from "@/app/_server/route";
import { setHoursUnlessBooked } from "@/lib/bookings/unless-booked";
import { isId } from "@/lib/platform/ids";
import { hoursInput } from "@/lib/staff/input";

/** The whole week at once. */
export const PUT = memberCommand<z.output<typeof hoursInput>, { staffId: string }>(
  "staff.manage",
  hoursInput,
  async (scope, _, input, { staffId }) =>
    isId(staffId) ? answerUnlessAffected(await setHoursUnlessBooked(scope, staffId, input)) : notFoundProblem(),
);
