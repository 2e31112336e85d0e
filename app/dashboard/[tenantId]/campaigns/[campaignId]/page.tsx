import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SWRConfig } from "swr";
import { RenderedAt } from "@/app/_components/live/rendered-at";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { campaignChoices } from "@/lib/campaigns/campaign-choices";
import { getCampaign } from "@/lib/campaigns/get-campaign";
import { isId } from "@/lib/platform/ids";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { campaignKey } from "../campaign-keys";
import { CampaignTabs } from "../campaign-tabs";
import { CampaignView } from "./campaign-view";

export const generateMetadata = async (): Promise<Metadata> => {
  const say = await sayHere();
  return { title: say("Campaign") };
};

type Props = { params: Promise<{ tenantId: string; campaignId: string }> };

export default async function OneCampaignPage({ params }: Props) {
  const say = await sayHere();
  const { tenantId, campaignId } = await params;
  const { actor } = await requireMember(tenantId, "campaigns.manage");
  if (!isId(campaignId)) notFound();
  const found = await readTenant(tenantId, actor, async (scope) => {
    const campaign = await getCampaign(scope, campaignId);
    return campaign && { campaign, choices: await campaignChoices(scope) };
  });
  if (!found) notFound();
  const { campaign, choices } = found;
  return (
    <SWRConfig value={{ fallback: { [campaignKey(tenantId, campaignId)]: campaign } }}>
      <RenderedAt position={campaign.position} />
      <PageHeader title={campaign.name} about={say("To: {group}", { group: campaign.segmentName })} />
      <PageBody className="pb-12">
        <CampaignTabs />
        <CampaignView campaignId={campaignId} choices={choices} />
      </PageBody>
    </SWRConfig>
  );
}
