import { answerUnlessAffected } from "@/app/_server/affected";
import { memberCommand, notFoundProblem } from "@/app/_server/route";
import { settingProblem } from "@/app/_server/settings-refused";
import { changeResourceUnlessBooked } from "@/lib/bookings/unless-booked-services";
import { isId } from "@/lib/platform/ids";
import { type ChangeResourceInput, changeResourceInput } from "@/lib/resources/input";

export const PATCH = memberCommand<ChangeResourceInput, { resourceId: string }>(
  "settings.manage",
  changeResourceInput,
  async (scope, _, input, { resourceId }) =>
    isId(resourceId)
      ? answerUnlessAffected(await changeResourceUnlessBooked(scope, resourceId, input), settingProblem)
      : notFoundProblem(),
);
