import { answerUnlessAffected } from "@/app/_server/affected";
import { invalid } from "@/app/_server/problem";
import { json, memberCommand, memberQuestion } from "@/app/_server/route";
import { settingProblem } from "@/app/_server/settings-refused";
import { may } from "@/lib/auth/permissions";
import { enterTimeOffUnlessBooked } from "@/lib/bookings/unless-booked";
import { fieldErrors } from "@/lib/platform/field-errors";
import { askTimeOff } from "@/lib/staff/ask-time-off";
import { listTimeOff } from "@/lib/staff/list-time-off";
import { timeOffInput, timeOffQuery } from "@/lib/staff/time-off-input";

export const GET = memberQuestion("time_off.ask", async (scope, _, request) => {
  const asked = timeOffQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  return asked.success ? listTimeOff(scope, asked.data) : invalid(fieldErrors(asked.error));
});

/** Who may decide enters it, and it holds; everybody else asks. */
export const POST = memberCommand("time_off.ask", timeOffInput, async (scope, { membership }, input) => {
  if (may(membership.role, "time_off.decide"))
    return answerUnlessAffected(await enterTimeOffUnlessBooked(scope, input), settingProblem);
  const asked = await askTimeOff(scope, input);
  return asked.ok ? json(asked.value, 201) : settingProblem(asked);
});
