"use client";

import { Package } from "lucide-react";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { useSay } from "@/app/_words/use-say";
import { formatMoney } from "@/lib/platform/format";
import type { ProductList } from "@/lib/till/products";
import { ListLoading } from "../../list-loading";
import { openPanel } from "../../members/panel-address";
import { PanelButton } from "../../members/panel-button";
import { productsKey } from "../till-keys";
import { VatForm } from "./vat-form";

/** What is sold beside services, and the tax that prices hold. */
export function ProductsView() {
  const say = useSay();
  const { tenant } = useShell();
  const { data } = useSWR<ProductList>(productsKey(tenant.id), fetchJson);
  if (!data) return <ListLoading rows={5} />;
  const { products, currency } = data;
  const mayChange = tenant.may.includes("till.manage");
  return (
    <div className="grid max-w-200 grid-cols-[minmax(0,1fr)] gap-8 px-4 pt-4 md:px-6 xl:pl-8">
      {products.length === 0 ? (
        <EmptyState
          icon={Package}
          title={say("No products yet")}
          why={say(
            "Shampoo, oil, extensions: what you sell beside your services stands here, and can be put on any sale.",
          )}
          action={
            mayChange ? (
              <PanelButton to="?product=new" kind="plain">
                {say("Add product")}
              </PanelButton>
            ) : null
          }
        />
      ) : (
        <ul aria-label={say("Products")} className="divide-y border-y">
          {products.map(({ id, name, priceMinor, active }) => {
            const row = (
              <>
                <span className={`min-w-0 break-words ${active ? "font-medium" : "text-quiet line-through"}`}>
                  {name}
                </span>
                <span className="shrink-0 tabular-nums">
                  {active ? formatMoney(priceMinor, currency) : say("no longer sold")}
                </span>
              </>
            );
            return (
              <li key={id}>
                {mayChange ? (
                  <a
                    href={`?product=${id}`}
                    onClick={(event) => openPanel(event, `?product=${id}`)}
                    className="flex justify-between gap-4 py-(--row) transition-colors hover:bg-wash"
                  >
                    {row}
                  </a>
                ) : (
                  <span className="flex justify-between gap-4 py-(--row)">{row}</span>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {mayChange ? <VatForm vatPercent={data.vatPercent} /> : null}
    </div>
  );
}
