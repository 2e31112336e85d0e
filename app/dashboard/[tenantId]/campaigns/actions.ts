"use server";

import { memberAction } from "@/app/_server/action";
import { campaignAnswer } from "@/app/_server/campaign-refused";
import { missYouInput, moveCampaignInput, saveCampaignInput } from "@/lib/campaigns/input";
import { setMissYou } from "@/lib/campaigns/miss-you";
import { moveCampaign } from "@/lib/campaigns/move-campaign";
import { saveCampaign } from "@/lib/campaigns/save-campaign";

/** A draft, or one to be sent at its time. */
export const keepCampaign = memberAction("campaigns.manage", saveCampaignInput, async (scope, _, wish) =>
  campaignAnswer(await saveCampaign(scope, wish)),
);

/** Ended, stopped for a while, or going on. */
export const moveIt = memberAction("campaigns.manage", moveCampaignInput, async (scope, _, wish) =>
  campaignAnswer(await moveCampaign(scope, wish)),
);

export const setAutomatic = memberAction("campaigns.manage", missYouInput, async (scope, _, wish) =>
  campaignAnswer(await setMissYou(scope, wish)),
);
