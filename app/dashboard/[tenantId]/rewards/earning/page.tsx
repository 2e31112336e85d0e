import type { Metadata } from "next";
import { SWRConfig } from "swr";
import { RenderedAt } from "@/app/_components/live/rendered-at";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { listRewards } from "@/lib/rewards/list-rewards";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { rewardsKey } from "../reward-keys";
import { RewardTabs } from "../reward-tabs";
import { EarningView } from "./earning-view";

export const generateMetadata = async (): Promise<Metadata> => {
  const say = await sayHere();
  return { title: say("How points are earned") };
};

export default async function EarningPage({ params }: { params: Promise<{ tenantId: string }> }) {
  const say = await sayHere();
  const { tenantId } = await params;
  const { actor } = await requireMember(tenantId, "rewards.see");
  const list = await readTenant(tenantId, actor, listRewards);
  return (
    <SWRConfig value={{ fallback: { [rewardsKey(tenantId)]: list } }}>
      <RenderedAt position={list.position} />
      <PageHeader title={say("Rewards")} about={say("How points are earned")} />
      <PageBody className="pb-8">
        <RewardTabs />
        <EarningView />
      </PageBody>
    </SWRConfig>
  );
}
