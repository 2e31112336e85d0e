import { answerUnlessAffected } from "@/app/_server/affected";
import { invalid } from "@/app/_server/problem";
import { memberCommand, notFoundProblem } from "@/app/_server/route";
import { setServicesUnlessBooked } from "@/lib/bookings/unless-booked";
import { isId } from "@/lib/platform/ids";
import { type StaffServicesInput, staffServicesInput } from "@/lib/staff/input";

/** All that somebody does, at once. */
export const PUT = memberCommand<StaffServicesInput, { staffId: string }>(
  "staff.manage",
  staffServicesInput,
  async (scope, _, input, { staffId }) => {
    if (!isId(staffId)) return notFoundProblem();
    return answerUnlessAffected(await setServicesUnlessBooked(scope, staffId, input), ({ refusal }) =>
      refusal === "unknown" ? notFoundProblem() : invalid({ services: ["name one that is not sold here"] }),
    );
  },
);
