"use client";

import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import type { PriceList, PriceListItem } from "@/lib/services/list-price-list";
import { moved } from "@/lib/services/rules";
import { useOrder } from "../use-order";
import { arrange } from "./actions";
import { servicesKey } from "./services-key";

export function usePriceList(): PriceList | undefined {
  const { tenant } = useShell();
  return useSWR<PriceList>(servicesKey(tenant.id), fetchJson).data;
}

/** The price list in its order, and how a service gets another place among those of its category. */
export function useServiceOrder(items: readonly PriceListItem[]) {
  const { ordered, move } = useOrder(items, { area: "services", reorder: moved, save: arrange });
  return {
    ordered,
    /** Answers the place that it has then, counted from one, and of how many. */
    move(id: string, to: number): { place: number; of: number } {
      const next = move(id, to);
      const category = next.find((service) => service.id === id)?.category;
      const peers = next.filter((service) => service.category === category).map((service) => service.id);
      return { place: peers.indexOf(id) + 1, of: peers.length };
    },
  };
}
