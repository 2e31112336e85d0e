import { z } from "zod";
import { answerUnlessAffected } from "@/app/_server/affected";
import { memberCommand, notFoundProblem } from "@/app/_server/route";
import { settingProblem } from "@/app/_server/settings-refused";
import { decideTimeOffUnlessBooked } from "@/lib/bookings/unless-booked";
import { isId } from "@/lib/platform/ids";
import { withdrawTimeOff } from "@/lib/staff/decide-time-off";
import { type DecideTimeOffInput, decideTimeOffInput } from "@/lib/staff/time-off-input";

type Params = { id: string };

/** Yes or no. */
export const PATCH = memberCommand<DecideTimeOffInput, Params>(
  "time_off.decide",
  decideTimeOffInput,
  async (scope, _, input, { id }) =>
    isId(id)
      ? answerUnlessAffected(await decideTimeOffUnlessBooked(scope, id, input), settingProblem)
      : notFoundProblem(),
);

/** Taken back. */
export const DELETE = memberCommand<object, Params>("time_off.ask", z.object({}), async (scope, _, __, { id }) => {
  if (!isId(id)) return notFoundProblem();
  const withdrawn = await withdrawTimeOff(scope, id);
  return withdrawn.ok ? {} : settingProblem(withdrawn);
});
