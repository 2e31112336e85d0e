"use client";

import { SectionTabs } from "@/app/_components/section-tabs";
import { useShell } from "@/app/_components/shell/shell-context";
import { useSay } from "@/app/_words/use-say";
import { shelfAddress } from "./stock-keys";

/** What there is, the counts, and what services use. */
export function StockTabs() {
  const say = useSay();
  const { tenant } = useShell();
  const base = shelfAddress(tenant.id);
  return (
    <SectionTabs
      label={say("Stock")}
      tabs={[
        { href: base, label: say("Shelf") },
        { href: `${base}/counts`, label: say("Counts") },
        ...(tenant.may.includes("stock.manage") ? [{ href: `${base}/recipes`, label: say("Recipes") }] : []),
      ]}
    />
  );
}
