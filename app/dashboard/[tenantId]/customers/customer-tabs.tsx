"use client";

import { SectionTabs } from "@/app/_components/section-tabs";
import { useShell } from "@/app/_components/shell/shell-context";
import { customersAddress } from "./customer-keys";

/** What is done with customers all at once. */
export function CustomerTabs() {
  const { tenant } = useShell();
  return (
    <SectionTabs
      label="Customers"
      tabs={[
        { href: customersAddress(tenant.id, "/duplicates"), label: "Duplicates" },
        { href: customersAddress(tenant.id, "/import"), label: "Import" },
      ]}
    />
  );
}
