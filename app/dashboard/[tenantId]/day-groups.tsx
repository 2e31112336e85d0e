"use client";

import type { ReactNode } from "react";
import { useNow, useShell } from "@/app/_components/shell/shell-context";
import { useSay } from "@/app/_words/use-say";
import { byDay } from "./by-day";

type Props<T> = { items: readonly T[]; at(item: T): string; children(item: T): ReactNode };

/** Rows under the names of their days; each row is a list item with a key of its own. */
export function DayGroups<T>({ items, at, children }: Props<T>) {
  const say = useSay();
  const { tenant } = useShell();
  const now = useNow();
  const dated = items.map((item) => ({ startsAt: at(item), item }));
  return byDay(say, dated, now, tenant.timeZone).map((day) => (
    <section key={day.name} aria-label={day.name}>
      <h2 className="border-b bg-canvas px-4 py-1.5 text-base font-medium text-quiet md:px-6 xl:pl-8">{day.name}</h2>
      <ul className="border-b">{day.items.map(({ item }) => children(item))}</ul>
    </section>
  ));
}
