"use client";

import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { Sheet } from "@/app/_components/ui/sheet";
import { useSay } from "@/app/_words/use-say";
import type { RecipeList } from "@/lib/inventory/list-recipes";
import { closeStock, useStockPanel } from "../panel-of-stock";
import { recipesKey } from "../stock-keys";
import { RecipeForm } from "./recipe-form";

/** What the service that the address names uses. */
export function RecipeSheet() {
  const say = useSay();
  const { tenant } = useShell();
  const { asked, kept } = useStockPanel();
  const { data } = useSWR<RecipeList>(recipesKey(tenant.id), fetchJson);
  const recipe = data?.recipes.find(({ serviceId }) => serviceId === kept);
  return (
    <Sheet
      open={asked !== null && recipe !== undefined}
      onClose={closeStock}
      title={recipe?.name ?? say("Recipe")}
      about={say("What one of it uses. What was used before stays as it was.")}
    >
      {recipe && data ? <RecipeForm key={recipe.serviceId} recipe={recipe} products={data.products} /> : null}
    </Sheet>
  );
}
