"use client";

import { useState } from "react";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useAct } from "@/app/_components/data/use-act";
import { useShell } from "@/app/_components/shell/shell-context";
import { Skeleton } from "@/app/_components/ui/skeleton";
import type { SaleFacts } from "@/lib/till/get-sale";
import type { Start } from "@/lib/till/start-sale";
import { sellOther } from "../actions";
import { startKey } from "../till-keys";
import { type Basket, BasketForm, soldOf } from "./basket-form";
import { PayStep } from "./pay-step";
import { SaleDone } from "./sale-done";

/** One sale: being paid, being changed, or done. */
export default function SaleView({ sale }: { sale: SaleFacts }) {
  const [changing, setChanging] = useState(false);
  // Told once more when all is paid: somebody still has to be given it.
  const [change, setChange] = useState(0);
  if (changing && sale.status === "open") return <ChangeSale sale={sale} onLeave={() => setChanging(false)} />;
  if (sale.status === "open")
    return <PayStep sale={sale} change={change} onTaken={setChange} onChange={() => setChanging(true)} />;
  return <SaleDone sale={sale} change={change} />;
}

const typed = (minor: number) => (minor === 0 ? "" : String(minor / 100));

function ChangeSale({ sale, onLeave }: { sale: SaleFacts; onLeave(): void }) {
  const { tenant } = useShell();
  const act = useAct("till");
  const [key] = useState(() => crypto.randomUUID());
  const { data: start } = useSWR<Start>(startKey(tenant.id, ""), fetchJson);
  if (!start) return <Skeleton className="h-64 w-full" />;
  // What its code takes off comes off by itself.
  const byHandMinor = sale.discountMinor - (sale.voucher?.offMinor ?? 0);
  const save = async (basket: Basket, belowStock: boolean) => {
    const answer = await act((tenantId) =>
      sellOther(tenantId, { saleId: sale.id, revision: sale.revision, ...soldOf(basket), belowStock, key }),
    );
    if (answer.ok) onLeave();
    return answer;
  };
  return (
    <BasketForm
      start={start}
      from={{
        lines: sale.lines.map((line) => ({ ...line, key: line.id, lineId: line.id })),
        discount: typed(byHandMinor),
        discountKind: "fixed",
        reason: byHandMinor > 0 ? sale.discountReason : "",
        voucher: sale.voucher?.code ?? "",
        tip: typed(sale.tipMinor),
      }}
      onSave={save}
      onLeave={onLeave}
    />
  );
}
