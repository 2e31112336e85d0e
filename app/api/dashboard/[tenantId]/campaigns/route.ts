import { invalid } from "@/app/_server/problem";
import { memberQuestion } from "@/app/_server/route";
import { campaignsQuery } from "@/lib/campaigns/input";
import { listCampaigns } from "@/lib/campaigns/list-campaigns";
import { fieldErrors } from "@/lib/platform/field-errors";

/** Campaigns and how far each is, the newest first. */
export const GET = memberQuestion("campaigns.manage", async (scope, _, request) => {
  const asked = campaignsQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  return asked.success ? listCampaigns(scope, asked.data.cursor) : invalid(fieldErrors(asked.error));
});
