import type { Metadata } from "next";
import { SWRConfig } from "swr";
import { RenderedAt } from "@/app/_components/live/rendered-at";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { listCounts } from "@/lib/inventory/list-counts";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { countsKey } from "../stock-keys";
import { StockTabs } from "../stock-tabs";
import { CountsView } from "./counts-view";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Counts") };
}

export default async function CountsPage({ params }: { params: Promise<{ tenantId: string }> }) {
  const say = await sayHere();
  const { tenantId } = await params;
  const { actor } = await requireMember(tenantId, "stock.keep");
  const list = await readTenant(tenantId, actor, listCounts);
  return (
    <SWRConfig value={{ fallback: { [countsKey(tenantId)]: list } }}>
      <RenderedAt position={list.position} />
      <PageHeader title={say("Counts")} about={say("What was found on the shelf")} />
      <PageBody className="pb-8">
        <StockTabs />
        <CountsView />
      </PageBody>
    </SWRConfig>
  );
}
