import { PackagePlus } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SWRConfig } from "swr";
import { RenderedAt } from "@/app/_components/live/rendered-at";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { getProductStock } from "@/lib/inventory/get-product-stock";
import { isId } from "@/lib/platform/ids";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { PanelButton } from "../../members/panel-button";
import { productStockKey } from "../stock-keys";
import { StockTabs } from "../stock-tabs";
import { ProductSheet } from "./product-sheet";
import { ProductView } from "./product-view";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Stock of a product") };
}

export default async function ProductStockPage({
  params,
}: {
  params: Promise<{ tenantId: string; productId: string }>;
}) {
  const say = await sayHere();
  const { tenantId, productId } = await params;
  const { actor } = await requireMember(tenantId, "stock.keep");
  if (!isId(productId)) notFound();
  const product = await readTenant(tenantId, actor, (scope) => getProductStock(scope, productId));
  if (!product) notFound();
  return (
    <SWRConfig value={{ fallback: { [productStockKey(tenantId, productId)]: product } }}>
      <RenderedAt position={product.position} />
      <PageHeader
        title={product.name}
        action={
          <PanelButton to="?stock=receive">
            <PackagePlus aria-hidden />
            {say("Receive")}
          </PanelButton>
        }
      />
      <PageBody className="pb-8">
        <StockTabs />
        <ProductView productId={productId} />
      </PageBody>
      <ProductSheet productId={productId} />
    </SWRConfig>
  );
}
