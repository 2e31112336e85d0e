import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { SWRConfig } from "swr";
import { RenderedAt } from "@/app/_components/live/rendered-at";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { groupsOf } from "@/lib/customers/groups";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { PanelButton } from "../../members/panel-button";
import { groupsKey } from "../customer-keys";
import { CustomerTabs } from "../customer-tabs";
import { GroupSheet } from "./group-sheet";
import { GroupsView } from "./groups-view";

export const generateMetadata = async (): Promise<Metadata> => {
  const say = await sayHere();
  return { title: say("Groups of customers") };
};

export default async function GroupsPage({ params }: { params: Promise<{ tenantId: string }> }) {
  const say = await sayHere();
  const { tenantId } = await params;
  const { actor } = await requireMember(tenantId, "customers.manage");
  const groups = await readTenant(tenantId, actor, groupsOf);
  return (
    <SWRConfig value={{ fallback: { [groupsKey(tenantId)]: groups } }}>
      <RenderedAt position={groups.position} />
      <PageHeader
        title={say("Customers")}
        about={say("In groups")}
        action={
          <PanelButton to="?add=group">
            <Plus aria-hidden />
            {say.rich("Add<more>a group</more>", {
              more: (chunks) => <span className="-ml-1 max-sm:sr-only">{chunks}</span>,
            })}
          </PanelButton>
        }
      />
      <PageBody className="pb-8">
        <CustomerTabs />
        <GroupsView />
      </PageBody>
      <GroupSheet services={groups.services} currency={groups.currency} />
    </SWRConfig>
  );
}
