import { memberCommand, memberQuestion } from "@/app/_server/route";
import { settingProblem } from "@/app/_server/settings-refused";
import { getPolicy } from "@/lib/bookings/get-policy";
import { policyInput } from "@/lib/bookings/policy-input";
import { setPolicy } from "@/lib/bookings/set-policy";

export const GET = memberQuestion("settings.see", getPolicy);

/** Any of the rules; what is not named stays. */
export const PATCH = memberCommand("settings.manage", policyInput, async (scope, _, input) => {
  const set = await setPolicy(scope, input);
  return set.ok ? {} : settingProblem(set);
});
