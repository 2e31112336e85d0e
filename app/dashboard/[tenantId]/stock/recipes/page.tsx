import type { Metadata } from "next";
import { SWRConfig } from "swr";
import { RenderedAt } from "@/app/_components/live/rendered-at";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { listRecipes } from "@/lib/inventory/list-recipes";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { recipesKey } from "../stock-keys";
import { StockTabs } from "../stock-tabs";
import { RecipeSheet } from "./recipe-sheet";
import { RecipesView } from "./recipes-view";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Recipes") };
}

export default async function RecipesPage({ params }: { params: Promise<{ tenantId: string }> }) {
  const say = await sayHere();
  const { tenantId } = await params;
  const { actor } = await requireMember(tenantId, "stock.manage");
  const list = await readTenant(tenantId, actor, (scope) => listRecipes(scope));
  return (
    <SWRConfig value={{ fallback: { [recipesKey(tenantId)]: list } }}>
      <RenderedAt position={list.position} />
      <PageHeader title={say("Recipes")} about={say("What each service uses")} />
      <PageBody className="pb-8">
        <StockTabs />
        <RecipesView />
      </PageBody>
      <RecipeSheet />
    </SWRConfig>
  );
}
