import type { Metadata } from "next";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { campaignChoices } from "@/lib/campaigns/campaign-choices";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { CampaignForm } from "../campaign-form";

export const generateMetadata = async (): Promise<Metadata> => {
  const say = await sayHere();
  return { title: say("New campaign") };
};

type Props = {
  params: Promise<{ tenantId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function NewCampaignPage({ params, searchParams }: Props) {
  const say = await sayHere();
  const { tenantId } = await params;
  const { actor } = await requireMember(tenantId, "campaigns.manage");
  const { segment } = await searchParams;
  const choices = await readTenant(tenantId, actor, campaignChoices);
  return (
    <>
      <PageHeader title={say("New campaign")} about={say("Nothing is sent before you say so")} />
      <PageBody className="pb-12">
        <CampaignForm choices={choices} segment={typeof segment === "string" ? segment : ""} />
      </PageBody>
    </>
  );
}
