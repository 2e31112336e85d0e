import { invalid } from "@/app/_server/problem";
import { parsed } from "@/app/_server/read-json";
import { memberQuestion } from "@/app/_server/route";
import { policyInput, policyPreviewQuery } from "@/lib/bookings/policy-input";
import { previewPolicy } from "@/lib/bookings/preview-policy";
import { fieldErrors } from "@/lib/platform/field-errors";

/** What customers would be offered by `?rules`, which are as PATCH takes them; nothing is changed. */
export const GET = memberQuestion("settings.see", async (scope, _, request) => {
  const asked = policyPreviewQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return invalid(fieldErrors(asked.error));
  const given = parsed(asked.data.rules);
  if (given instanceof Response) return given;
  const rules = policyInput.safeParse(given);
  return rules.success ? previewPolicy(scope, rules.data) : invalid(fieldErrors(rules.error));
});
