"use client";

import { useState } from "react";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { Fact, Facts } from "@/app/_components/ui/fact";
import { useSay } from "@/app/_words/use-say";
import type { ProductStock } from "@/lib/inventory/get-product-stock";
import { inUnit } from "@/lib/inventory/rules";
import { formatMoney } from "@/lib/platform/format";
import { ListLoading } from "../../list-loading";
import { PanelButton } from "../../members/panel-button";
import { productStockKey } from "../stock-keys";
import { leftWords } from "../stock-words";
import { MovementRows } from "./movement-rows";

/** How much there is of one product, and what has come and gone. */
export function ProductView({ productId }: { productId: string }) {
  const say = useSay();
  const { tenant } = useShell();
  const [cursors, setCursors] = useState<string[]>([]);
  const { data } = useSWR<ProductStock>(productStockKey(tenant.id, productId), fetchJson);
  if (!data) return <ListLoading rows={6} />;
  const { unit, onHand, reorderLevel, low, valueMinor, last, usedBy, currency, movements, nextCursor } = data;
  return (
    <div className="grid max-w-200 grid-cols-[minmax(0,1fr)] gap-6 px-4 pt-4 md:px-6 xl:pl-8">
      <p className={`text-xl font-semibold tabular-nums ${low || onHand < 0 ? "text-danger" : ""}`}>
        {leftWords(say, onHand, unit)}
        {low ? <span className="ml-2 text-md font-normal">{say("Running low")}</span> : null}
      </p>
      <Facts>
        <Fact term={say("Low at")}>{reorderLevel === null ? say("No level set") : inUnit(reorderLevel, unit)}</Fact>
        {valueMinor === null ? null : <Fact term={say("Has cost")}>{formatMoney(valueMinor, currency)}</Fact>}
        {last ? (
          <Fact term={say("Last delivery")}>
            {say("{units} for {money}", {
              units: inUnit(last.units, unit),
              money: formatMoney(last.costMinor, currency),
            })}
          </Fact>
        ) : null}
        {usedBy.length > 0 ? (
          <Fact term={say("Used by")}>
            {usedBy.map(({ name, quantity }) => `${name} (${inUnit(quantity, unit)})`).join(", ")}
          </Fact>
        ) : null}
      </Facts>
      <div className="flex flex-wrap gap-2">
        <PanelButton to="?stock=adjust" kind="plain">
          {say("Broken, used up, put right")}
        </PanelButton>
        {tenant.may.includes("stock.manage") ? (
          <PanelButton to="?stock=level" kind="plain">
            {say("Level")}
          </PanelButton>
        ) : null}
      </div>
      <section aria-label={say("What came and went")} className="grid grid-cols-[minmax(0,1fr)] gap-2">
        <h2 className="font-semibold">{say("What came and went")}</h2>
        {movements.length === 0 ? (
          <p className="text-quiet">{say("Nothing yet. Receive what is on the shelf, with what it cost.")}</p>
        ) : (
          <>
            <MovementRows movements={movements} currency={currency} />
            {cursors.map((cursor) => (
              <MoreMovements
                key={cursor}
                productId={productId}
                cursor={cursor}
                onMore={(next) => setCursors([...cursors, next])}
              />
            ))}
            {nextCursor && cursors.length === 0 ? (
              <Button className="justify-self-center" onClick={() => setCursors([nextCursor])}>
                {say("Show more")}
              </Button>
            ) : null}
          </>
        )}
      </section>
    </div>
  );
}

type More = { productId: string; cursor: string; onMore(cursor: string): void };

function MoreMovements({ productId, cursor, onMore }: More) {
  const say = useSay();
  const { tenant } = useShell();
  const { data } = useSWR<ProductStock>(productStockKey(tenant.id, productId, cursor), fetchJson);
  if (!data) return <ListLoading rows={3} />;
  return (
    <>
      <MovementRows movements={data.movements} currency={data.currency} />
      {data.nextCursor ? (
        <Button className="justify-self-center" onClick={() => onMore(data.nextCursor!)}>
          {say("Show more")}
        </Button>
      ) : null}
    </>
  );
}
