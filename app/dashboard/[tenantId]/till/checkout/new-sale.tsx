"use client";

import { useEffect, useState } from "react";
import { useAct } from "@/app/_components/data/use-act";
import { Skeleton } from "@/app/_components/ui/skeleton";
import type { Start } from "@/lib/till/start-sale";
import { sell } from "../actions";
import { type Basket, BasketForm, type BasketLine, soldOf } from "./basket-form";
import { showSale, type Target } from "./checkout-address";

type Props = { target: Exclude<Target, { kind: "sale" }>; start: Start };

/** What is sold, before it is anything: nothing is written until money is to be taken. */
export default function NewSale({ target, start }: Props) {
  const act = useAct("till");
  const [key] = useState(() => crypto.randomUUID());
  const charged = start.saleId;
  useEffect(() => {
    if (charged) showSale(charged);
  }, [charged]);
  if (charged) return <Skeleton className="h-64 w-full" />;
  const lines: BasketLine[] = start.lines.map((line) => ({ ...line, key: line.lineId, kind: "service", quantity: 1 }));
  const about =
    target.kind === "booking" ? { bookingId: target.id } : target.kind === "visit" ? { visitId: target.id } : {};
  const save = async (basket: Basket, belowStock: boolean) => {
    const answer = await act((tenantId) => sell(tenantId, { ...about, ...soldOf(basket), belowStock, key }));
    if (answer.ok) showSale(answer.value.id);
    return answer;
  };
  return (
    <BasketForm
      start={start}
      from={{ lines, discount: "", discountKind: "percent", reason: "", voucher: "", tip: "" }}
      onSave={save}
    />
  );
}
