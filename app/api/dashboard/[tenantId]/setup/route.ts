import { memberCommand, memberQuestion } from "@/app/_server/route";
import { getSetup } from "@/lib/setup/get-setup";
import { sayStepInput } from "@/lib/setup/input";
import { sayStep } from "@/lib/setup/say-step";

/** How far a new business has come. */
export const GET = memberQuestion("settings.manage", getSetup);

export const POST = memberCommand("settings.manage", sayStepInput, async (scope, _, said) => {
  await sayStep(scope, said);
  return {};
});
