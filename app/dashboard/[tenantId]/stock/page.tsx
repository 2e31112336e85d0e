import { PackagePlus } from "lucide-react";
import type { Metadata } from "next";
import { SWRConfig } from "swr";
import { RenderedAt } from "@/app/_components/live/rendered-at";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { stockQuery } from "@/lib/inventory/input";
import { listStock } from "@/lib/inventory/list-stock";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { PanelButton } from "../members/panel-button";
import { ShelfSheet } from "./shelf-sheet";
import { ShelfView } from "./shelf-view";
import { stockKey } from "./stock-keys";
import { StockTabs } from "./stock-tabs";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Stock") };
}

type Props = {
  params: Promise<{ tenantId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function StockPage({ params, searchParams }: Props) {
  const say = await sayHere();
  const { tenantId } = await params;
  const { actor } = await requireMember(tenantId, "stock.keep");
  const asked = stockQuery.safeParse({ low: (await searchParams).low });
  const low = asked.success && asked.data.low === "yes";
  const list = await readTenant(tenantId, actor, (scope) => listStock(scope, { low: low ? "yes" : undefined }));
  return (
    <SWRConfig value={{ fallback: { [stockKey(tenantId, low)]: list } }}>
      <RenderedAt position={list.position} />
      <PageHeader
        title={say("Stock")}
        about={say("What stands on the shelf")}
        action={
          <PanelButton to={low ? "?low=yes&stock=receive" : "?stock=receive"}>
            <PackagePlus aria-hidden />
            {say("Receive")}
          </PanelButton>
        }
      />
      <PageBody className="pb-8">
        <StockTabs />
        <ShelfView low={low} />
      </PageBody>
      <ShelfSheet low={low} />
    </SWRConfig>
  );
}
