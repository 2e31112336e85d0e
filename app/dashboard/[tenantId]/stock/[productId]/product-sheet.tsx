"use client";

import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { Sheet } from "@/app/_components/ui/sheet";
import { phrase } from "@/app/_words/phrase";
import type { Phrase } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { ProductStock } from "@/lib/inventory/get-product-stock";
import { ListLoading } from "../../list-loading";
import { AdjustForm } from "../adjust-form";
import { closeStock, useStockPanel } from "../panel-of-stock";
import { ReceiveForm } from "../receive-form";
import { productStockKey } from "../stock-keys";
import { TrackForm } from "../track-form";

const panels: Record<string, { title: Phrase; about: Phrase }> = {
  receive: { title: phrase("Receive"), about: phrase("What came in, and what it cost.") },
  adjust: { title: phrase("Put it right"), about: phrase("What broke, was used up, or is otherwise than it says.") },
  level: { title: phrase("Level"), about: phrase("When it is running low.") },
};

/** What is done with the one product. */
export function ProductSheet({ productId }: { productId: string }) {
  const say = useSay();
  const { tenant } = useShell();
  const { asked, kept } = useStockPanel();
  const { data: product } = useSWR<ProductStock>(productStockKey(tenant.id, productId), fetchJson);
  const isOpen = asked !== null && asked in panels && (asked !== "level" || tenant.may.includes("stock.manage"));
  const { title, about } = panels[kept ?? ""] ?? panels.receive!;
  return (
    <Sheet open={isOpen} onClose={closeStock} title={say(title)} about={say(about)}>
      {!product ? (
        <ListLoading rows={3} />
      ) : kept === "adjust" ? (
        <AdjustForm product={product} />
      ) : kept === "level" ? (
        <TrackForm product={product} />
      ) : (
        <ReceiveForm products={[product]} currency={product.currency} />
      )}
    </Sheet>
  );
}
