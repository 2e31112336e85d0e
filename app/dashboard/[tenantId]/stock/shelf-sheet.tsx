"use client";

import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { Sheet } from "@/app/_components/ui/sheet";
import { useSay } from "@/app/_words/use-say";
import type { StockList } from "@/lib/inventory/list-stock";
import { ListLoading } from "../list-loading";
import { closeStock, useStockPanel } from "./panel-of-stock";
import { ReceiveForm } from "./receive-form";
import { stockKey } from "./stock-keys";
import { TrackForm } from "./track-form";

/** What came in, or a product that is counted from now on. */
export function ShelfSheet({ low }: { low: boolean }) {
  const say = useSay();
  const { tenant } = useShell();
  const { asked, kept } = useStockPanel();
  const { data } = useSWR<StockList>(stockKey(tenant.id, low), fetchJson);
  // Another product than what is shown may have come in.
  const { data: all } = useSWR<StockList>(low && kept === "receive" ? stockKey(tenant.id, false) : null, fetchJson);
  const list = low ? all : data;
  const tracks = kept === "track";
  return (
    <Sheet
      open={asked === "receive" || (asked === "track" && tenant.may.includes("stock.manage"))}
      onClose={closeStock}
      title={tracks ? say("Track a product") : say("Receive")}
      about={tracks ? say("From now on it is counted.") : say("What came in, and what it cost.")}
    >
      {tracks && data ? (
        <TrackForm choices={data.others} />
      ) : list ? (
        <ReceiveForm products={list.products} currency={list.currency} />
      ) : (
        <ListLoading rows={4} />
      )}
    </Sheet>
  );
}
