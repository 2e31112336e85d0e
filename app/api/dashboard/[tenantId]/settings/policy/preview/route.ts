import { invalid } from "@/app/_server/problem";
import { parsed } from "@/app/_server/read-json";
import { memberQuestion } from "@/app/_server/route";
import { policyInput } from "@/lib/bookings/policy-input";
import { previewPolicy } from "@/lib/bookings/preview-policy";
import { fieldErrors } from "@/lib/platform/field-errors";

/** What customers would be offered by `?rules`, which are as PATCH takes them; nothing is changed. */
export const GET = memberQuestion("settings.see", async (scope, _, request) => {
  const given = parsed(new URL(request.url).searchParams.get("rules") ?? "");
  if (given instanceof Response) return given;
  const rules = policyInput.safeParse(given);
  return rules.success ? previewPolicy(scope, rules.data) : invalid(fieldErrors(rules.error));
});
