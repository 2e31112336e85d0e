"use client";

import { useRef, useState } from "react";
import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import type { ActionAnswer } from "@/app/_server/action";
import { useSay } from "@/app/_words/use-say";
import type { Touched } from "@/lib/events/rules";

type Order<T> = {
  area: Touched;
  /** The list with one of it in another place. */
  reorder(ordered: readonly T[], id: string, to: number): T[];
  save(tenantId: string, order: { ids: string[] }): Promise<ActionAnswer<unknown>>;
};

/** A list in its order, and how it is put in another one: shown at once, and taken back when it did not go through. */
export function useOrder<T extends { id: string }>(items: readonly T[], { area, reorder, save }: Order<T>) {
  const say = useSay();
  const act = useAct(area);
  const [wanted, setWanted] = useState<string[] | null>(null);
  const underway = useRef(0);
  const place = (id: string) => wanted?.indexOf(id) ?? -1;
  // What came meanwhile is last, as the server has it.
  const ordered = wanted
    ? [...items].sort((a, b) => (place(a.id) + 1 || items.length + 1) - (place(b.id) + 1 || items.length + 1))
    : items;
  const move = (id: string, to: number): T[] => {
    const next = reorder(ordered, id, to);
    const ids = next.map((one) => one.id);
    setWanted(ids);
    underway.current += 1;
    void act((tenantId) => save(tenantId, { ids })).then((answer) => {
      underway.current -= 1;
      if (!answer.ok) toast(say.known(answer.problem));
      if (underway.current === 0) setWanted(null);
    });
    return next;
  };
  return { ordered, move };
}
