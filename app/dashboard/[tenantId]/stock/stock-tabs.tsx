"use client";

import { SectionTabs } from "@/app/_components/section-tabs";
import { useShell } from "@/app/_components/shell/shell-context";
import { shelfAddress } from "./stock-keys";

/** What there is, the counts, and what services use. */
export function StockTabs() {
  const { tenant } = useShell();
  const base = shelfAddress(tenant.id);
  return (
    <SectionTabs
      label="Stock"
      tabs={[
        { href: base, label: "Shelf" },
        { href: `${base}/counts`, label: "Counts" },
        ...(tenant.may.includes("stock.manage") ? [{ href: `${base}/recipes`, label: "Recipes" }] : []),
      ]}
    />
  );
}
