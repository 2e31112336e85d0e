"use client";

import { useRef, useState } from "react";
import { toast } from "sonner";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useAct } from "@/app/_components/data/use-act";
import { useShell } from "@/app/_components/shell/shell-context";
import type { PriceList, PriceListItem } from "@/lib/services/list-price-list";
import { moved } from "@/lib/services/rules";
import { arrange } from "./actions";
import { servicesKey } from "./services-key";

export function usePriceList(): PriceList | undefined {
  const { tenant } = useShell();
  return useSWR<PriceList>(servicesKey(tenant.id), fetchJson).data;
}

/** The list in its order, and how it is put in another one: shown at once, and taken back when it did not go through. */
export function useOrder(items: readonly PriceListItem[]) {
  const act = useAct("services");
  const [wanted, setWanted] = useState<string[] | null>(null);
  const underway = useRef(0);
  const place = (id: string) => wanted?.indexOf(id) ?? -1;
  // What came meanwhile is last, as the server has it.
  const ordered = wanted
    ? [...items].sort((a, b) => (place(a.id) + 1 || items.length + 1) - (place(b.id) + 1 || items.length + 1))
    : items;
  /** To this place among those of its category. Answers the place that it has now, counted from one, and of how many. */
  const move = (id: string, to: number): { place: number; of: number } => {
    const next = moved(ordered, id, to);
    const category = next.find((service) => service.id === id)?.category;
    const peers = next.filter((service) => service.category === category).map((service) => service.id);
    const ids = next.map((service) => service.id);
    setWanted(ids);
    underway.current += 1;
    void act((tenantId) => arrange(tenantId, { ids })).then((answer) => {
      underway.current -= 1;
      if (!answer.ok) toast(answer.problem);
      if (underway.current === 0) setWanted(null);
    });
    return { place: peers.indexOf(id) + 1, of: peers.length };
  };
  return { ordered, move };
}
