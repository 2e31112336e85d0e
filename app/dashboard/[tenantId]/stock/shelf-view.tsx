"use client";

import { Package } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { useSay } from "@/app/_words/use-say";
import type { StockList } from "@/lib/inventory/list-stock";
import { formatMoney } from "@/lib/platform/format";
import { ListLoading } from "../list-loading";
import { PanelButton } from "../members/panel-button";
import { StartCount } from "./counts/start-count";
import { shelfAddress, stockKey } from "./stock-keys";
import { StockRows } from "./stock-rows";

/** What there is, what runs low first, to be searched as one types. */
export function ShelfView({ low }: { low: boolean }) {
  const say = useSay();
  const { tenant } = useShell();
  const [search, setSearch] = useState("");
  const { data } = useSWR<StockList>(stockKey(tenant.id, low), fetchJson);
  if (!data) return <ListLoading rows={6} />;
  const manages = tenant.may.includes("stock.manage");
  const track = manages ? (
    <PanelButton to="?stock=track" kind="plain">
      {say("Track a product")}
    </PanelButton>
  ) : null;
  if (data.products.length === 0 && !low)
    return (
      <div className="px-4 md:px-6 xl:pl-8">
        <EmptyState
          icon={Package}
          title={say("Nothing is counted yet")}
          why={
            manages
              ? say(
                  "Choose a product that you sell or use. What comes in, is sold and is used then stands here, and you are told when it runs low.",
                )
              : say("An owner or a manager says which products are counted. They then stand here.")
          }
          action={track}
        />
      </div>
    );
  const wanted = search.trim().toLowerCase();
  const shown = data.products.filter(({ name }) => name.toLowerCase().includes(wanted));
  return (
    <div className="grid max-w-200 grid-cols-[minmax(0,1fr)] gap-4 px-4 pt-4 md:px-6 xl:pl-8">
      <div className="flex flex-wrap gap-2">
        <StartCount />
        {track}
      </div>
      <div className="flex gap-2">
        <input
          type="search"
          aria-label={say("Search the shelf")}
          placeholder={say("Search")}
          value={search}
          onChange={({ target }) => setSearch(target.value)}
          className="h-11 min-w-0 flex-1 rounded-control border border-edge bg-surface px-3 text-md text-ink placeholder:text-quiet"
        />
        <Button asChild size="large" className="aria-[current=true]:bg-wash">
          <Link
            href={low ? shelfAddress(tenant.id) : "?low=yes"}
            aria-current={low ? "true" : undefined}
            scroll={false}
          >
            {say("Running low")}
            <span className="tabular-nums">{data.lowCount}</span>
          </Link>
        </Button>
      </div>
      {shown.length > 0 ? (
        <StockRows rows={shown} currency={data.currency} />
      ) : (
        <EmptyState
          icon={Package}
          title={wanted ? say("Nothing on the shelf is called that") : say("Nothing is running low")}
          why={
            wanted
              ? say("Only what is counted stands here.")
              : say("A product stands here once it has come down to the level that you set for it.")
          }
          action={null}
        />
      )}
      {data.valueMinor !== null && !low ? (
        <p className="flex justify-between gap-4 font-medium tabular-nums">
          <span>{say("What all of it has cost")}</span>
          <span>{formatMoney(data.valueMinor, data.currency)}</span>
        </p>
      ) : null}
    </div>
  );
}
