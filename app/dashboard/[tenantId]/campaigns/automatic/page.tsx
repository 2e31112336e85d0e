import type { Metadata } from "next";
import { SWRConfig } from "swr";
import { RenderedAt } from "@/app/_components/live/rendered-at";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { campaignChoices } from "@/lib/campaigns/campaign-choices";
import { getMissYouFacts } from "@/lib/campaigns/miss-you";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { automaticKey } from "../campaign-keys";
import { CampaignTabs } from "../campaign-tabs";
import { AutomaticForm } from "./automatic-form";

export const generateMetadata = async (): Promise<Metadata> => {
  const say = await sayHere();
  return { title: say("Automatic messages") };
};

export default async function AutomaticPage({ params }: { params: Promise<{ tenantId: string }> }) {
  const say = await sayHere();
  const { tenantId } = await params;
  const { actor } = await requireMember(tenantId, "campaigns.manage");
  const [facts, choices] = await readTenant(tenantId, actor, async (scope) => [
    await getMissYouFacts(scope),
    await campaignChoices(scope),
  ]);
  return (
    <SWRConfig value={{ fallback: { [automaticKey(tenantId)]: facts } }}>
      <RenderedAt position={facts.position} />
      <PageHeader title={say("Campaigns")} about={say("What goes by itself")} />
      <PageBody className="pb-12">
        <CampaignTabs />
        <AutomaticForm rewards={choices.rewards} />
      </PageBody>
    </SWRConfig>
  );
}
