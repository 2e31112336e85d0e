import { answerUnlessAffected } from "@/app/_server/affected";
import { memberCommand, memberQuestion, notFoundProblem } from "@/app/_server/route";
import { changeStaffUnlessBooked } from "@/lib/bookings/unless-booked";
import { isId } from "@/lib/platform/ids";
import { getProfile } from "@/lib/staff/get-profile";
import { type ChangeStaffInput, changeStaffInput } from "@/lib/staff/input";

type Params = { staffId: string };

export const GET = memberQuestion<Params>("staff.see", async (scope, _, __, { staffId }) =>
  isId(staffId) ? ((await getProfile(scope, staffId)) ?? notFoundProblem()) : notFoundProblem(),
);

export const PATCH = memberCommand<ChangeStaffInput, Params>(
  "staff.manage",
  changeStaffInput,
  async (scope, _, input, { staffId }) =>
    isId(staffId) ? answerUnlessAffected(await changeStaffUnlessBooked(scope, staffId, input)) : notFoundProblem(),
);
