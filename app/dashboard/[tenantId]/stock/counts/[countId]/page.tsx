import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SWRConfig } from "swr";
import { RenderedAt } from "@/app/_components/live/rendered-at";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { getCount } from "@/lib/inventory/get-count";
import { isId } from "@/lib/platform/ids";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { countKey } from "../../stock-keys";
import { StockTabs } from "../../stock-tabs";
import { CountView } from "./count-view";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Count") };
}

export default async function CountPage({ params }: { params: Promise<{ tenantId: string; countId: string }> }) {
  const say = await sayHere();
  const { tenantId, countId } = await params;
  const { actor } = await requireMember(tenantId, "stock.keep");
  if (!isId(countId)) notFound();
  const count = await readTenant(tenantId, actor, (scope) => getCount(scope, countId));
  if (!count) notFound();
  return (
    <SWRConfig value={{ fallback: { [countKey(tenantId, countId)]: count } }}>
      <RenderedAt position={count.position} />
      <PageHeader title={say("Count")} about={say("What lies on the shelf")} />
      <PageBody className="pb-8">
        <StockTabs />
        <CountView countId={countId} />
      </PageBody>
    </SWRConfig>
  );
}
