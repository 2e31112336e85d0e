import { invalid } from "@/app/_server/problem";
import { memberQuestion, notFoundProblem } from "@/app/_server/route";
import { previewQuery } from "@/lib/campaigns/input";
import { previewCampaign } from "@/lib/campaigns/preview-campaign";
import { fieldErrors } from "@/lib/platform/field-errors";

/** Who would get what is being written, why others would not, and what it would cost. */
export const GET = memberQuestion("campaigns.manage", async (scope, _, request) => {
  const asked = previewQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return invalid(fieldErrors(asked.error));
  const preview = await previewCampaign(scope, asked.data);
  return preview.ok ? preview.value : notFoundProblem();
});
