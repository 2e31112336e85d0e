import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { SWRConfig } from "swr";
import { RenderedAt } from "@/app/_components/live/rendered-at";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { may } from "@/lib/auth/permissions";
import { listRewards } from "@/lib/rewards/list-rewards";
import { rewardStats } from "@/lib/rewards/reward-stats";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { PanelButton } from "../members/panel-button";
import { rewardsKey, statsKey } from "./reward-keys";
import { RewardSheet } from "./reward-sheet";
import { RewardTabs } from "./reward-tabs";
import { RewardsView } from "./rewards-view";

export const generateMetadata = async (): Promise<Metadata> => {
  const say = await sayHere();
  return { title: say("Rewards") };
};

export default async function RewardsPage({ params }: { params: Promise<{ tenantId: string }> }) {
  const say = await sayHere();
  const { tenantId } = await params;
  const { actor, membership } = await requireMember(tenantId, "rewards.see");
  const [list, stats] = await readTenant(tenantId, actor, async (scope) => [
    await listRewards(scope),
    await rewardStats(scope),
  ]);
  return (
    <SWRConfig value={{ fallback: { [rewardsKey(tenantId)]: list, [statsKey(tenantId)]: stats } }}>
      <RenderedAt position={list.position} />
      <PageHeader
        title={say("Rewards")}
        about={say("What customers get for coming back")}
        action={
          may(membership.role, "rewards.manage") ? (
            <PanelButton to="?reward=new">
              <Plus aria-hidden />
              {say.rich("Add<more>a reward</more>", {
                more: (chunks) => <span className="-ml-1 max-sm:sr-only">{chunks}</span>,
              })}
            </PanelButton>
          ) : null
        }
      />
      <PageBody className="pb-8">
        <RewardTabs />
        <RewardsView />
      </PageBody>
      <RewardSheet />
    </SWRConfig>
  );
}
