"use client";

import { Scissors } from "lucide-react";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { useSay } from "@/app/_words/use-say";
import type { RecipeList } from "@/lib/inventory/list-recipes";
import { inUnit } from "@/lib/inventory/rules";
import { ListLoading } from "../../list-loading";
import { openPanel } from "../../members/panel-address";
import { recipesKey } from "../stock-keys";

/** What each service uses, those that use something first. */
export function RecipesView() {
  const say = useSay();
  const { tenant } = useShell();
  const { data } = useSWR<RecipeList>(recipesKey(tenant.id), fetchJson);
  if (!data) return <ListLoading rows={8} />;
  return (
    <div className="grid max-w-200 grid-cols-[minmax(0,1fr)] gap-4 px-4 pt-4 md:px-6 xl:pl-8">
      {data.recipes.length === 0 ? (
        <EmptyState
          icon={Scissors}
          title={say("No service is sold here yet")}
          why={say(
            "Once you have services, say here what each of them uses. It then comes off the shelf when a visit is done.",
          )}
          action={null}
        />
      ) : (
        <>
          <p className="text-quiet">
            {say("When a visit is done, what its services use comes off the shelf by itself.")}
          </p>
          <ul aria-label={say("Recipes")} className="divide-y border-y">
            {data.recipes.map(({ serviceId, name, items }) => (
              <li key={serviceId}>
                <a
                  href={`?stock=${serviceId}`}
                  onClick={(event) => openPanel(event, `?stock=${serviceId}`)}
                  className="grid gap-0.5 py-(--row) transition-colors hover:bg-wash"
                >
                  <span className="min-w-0 font-medium break-words">{name}</span>
                  <span className="min-w-0 text-quiet break-words">
                    {items.length === 0
                      ? say("Uses nothing")
                      : items.map((item) => `${inUnit(item.quantity, item.unit)} ${item.name}`).join(", ")}
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
