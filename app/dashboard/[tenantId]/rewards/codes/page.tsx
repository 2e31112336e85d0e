import { Gift } from "lucide-react";
import type { Metadata } from "next";
import { SWRConfig } from "swr";
import { RenderedAt } from "@/app/_components/live/rendered-at";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { may } from "@/lib/auth/permissions";
import { vouchersQuery } from "@/lib/rewards/input";
import { listVouchers } from "@/lib/rewards/list-vouchers";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { PanelButton } from "../../members/panel-button";
import { codesKey } from "../reward-keys";
import { RewardTabs } from "../reward-tabs";
import { CodeSheet } from "./code-sheet";
import { CodesView } from "./codes-view";

export const generateMetadata = async (): Promise<Metadata> => {
  const say = await sayHere();
  return { title: say("Reward codes") };
};

type Props = {
  params: Promise<{ tenantId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function RewardCodesPage({ params, searchParams }: Props) {
  const say = await sayHere();
  const { tenantId } = await params;
  const { actor, membership } = await requireMember(tenantId, "rewards.see");
  const { status, customer } = await searchParams;
  const asked = vouchersQuery.safeParse({ status, customer });
  const shown = asked.success ? { status: asked.data.status, customer: asked.data.customer } : {};
  const list = await readTenant(tenantId, actor, (scope) => listVouchers(scope, shown));
  return (
    <SWRConfig value={{ fallback: { [codesKey(tenantId, shown)]: list } }}>
      <RenderedAt position={list.position} />
      <PageHeader
        title={say("Rewards")}
        about={say("Customers’ codes")}
        action={
          may(membership.role, "rewards.manage") ? (
            <PanelButton to="?code=give">
              <Gift aria-hidden />
              {say.rich("Give<more>something</more>", {
                more: (chunks) => <span className="-ml-1 max-sm:sr-only">{chunks}</span>,
              })}
            </PanelButton>
          ) : null
        }
      />
      <PageBody className="pb-8">
        <RewardTabs />
        <CodesView shown={shown} />
      </PageBody>
      <CodeSheet />
    </SWRConfig>
  );
}
