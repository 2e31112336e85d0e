import type { Metadata } from "next";
import { SWRConfig } from "swr";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { may } from "@/lib/auth/permissions";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { listProducts } from "@/lib/till/products";
import { PanelButton } from "../../members/panel-button";
import { productsKey } from "../till-keys";
import { TillTabs } from "../till-tabs";
import { ProductSheet } from "./product-sheet";
import { ProductsView } from "./products-view";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Products") };
}

export default async function ProductsPage({ params }: { params: Promise<{ tenantId: string }> }) {
  const say = await sayHere();
  const { tenantId } = await params;
  const { actor, membership } = await requireMember(tenantId, "till.use");
  const list = await readTenant(tenantId, actor, listProducts);
  return (
    <SWRConfig value={{ fallback: { [productsKey(tenantId)]: list } }}>
      <PageHeader
        title={say("Products")}
        about={say("Sold beside services")}
        action={
          may(membership.role, "till.manage") ? <PanelButton to="?product=new">{say("Add product")}</PanelButton> : null
        }
      />
      <PageBody className="pb-8">
        <TillTabs />
        <ProductsView />
      </PageBody>
      <ProductSheet />
    </SWRConfig>
  );
}
