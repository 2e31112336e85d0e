import { businessProblem } from "@/app/_server/business-refused";
import { memberCommand, memberQuestion } from "@/app/_server/route";
import { changeBusiness } from "@/lib/tenancy/change-business";
import { changeBusinessInput } from "@/lib/tenancy/change-input";
import { getBusiness } from "@/lib/tenancy/get-business";

export const GET = memberQuestion("settings.see", getBusiness);

/** Any of what a house says of itself; what is not named stays. */
export const PATCH = memberCommand("settings.manage", changeBusinessInput, async (scope, _, input) => {
  const changed = await changeBusiness(scope, input);
  return changed.ok ? changed.value : businessProblem(changed);
});
