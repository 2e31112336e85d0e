import { Plus } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { SWRConfig } from "swr";
import { RenderedAt } from "@/app/_components/live/rendered-at";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { Button } from "@/app/_components/ui/button";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { listCampaigns } from "@/lib/campaigns/list-campaigns";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { campaignsAddress, campaignsKey } from "./campaign-keys";
import { CampaignList } from "./campaign-list";
import { CampaignTabs } from "./campaign-tabs";

export const generateMetadata = async (): Promise<Metadata> => {
  const say = await sayHere();
  return { title: say("Campaigns") };
};

export default async function CampaignsPage({ params }: { params: Promise<{ tenantId: string }> }) {
  const say = await sayHere();
  const { tenantId } = await params;
  const { actor } = await requireMember(tenantId, "campaigns.manage");
  const page = await readTenant(tenantId, actor, (scope) => listCampaigns(scope));
  return (
    <SWRConfig value={{ fallback: { [campaignsKey(tenantId)]: page } }}>
      <RenderedAt position={page.position} />
      <PageHeader
        title={say("Campaigns")}
        about={say("Words to many at once")}
        action={
          <Button asChild kind="primary">
            <Link href={campaignsAddress(tenantId, "/new")}>
              <Plus aria-hidden />
              {say.rich("Write<more>a campaign</more>", {
                more: (chunks) => <span className="-ml-1 max-sm:sr-only">{chunks}</span>,
              })}
            </Link>
          </Button>
        }
      />
      <PageBody className="pb-8">
        <CampaignTabs />
        <CampaignList />
      </PageBody>
    </SWRConfig>
  );
}
