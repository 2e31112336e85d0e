import { memberQuestion, notFoundProblem } from "@/app/_server/route";
import { getCampaign } from "@/lib/campaigns/get-campaign";
import { isId } from "@/lib/platform/ids";

/** One campaign: how far it is, and what came after. */
export const GET = memberQuestion<{ campaignId: string }>("campaigns.manage", async (scope, _, __, { campaignId }) => {
  const campaign = isId(campaignId) ? await getCampaign(scope, campaignId) : null;
  return campaign ?? notFoundProblem();
});
