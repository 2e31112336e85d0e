"use client";

import { SectionTabs } from "@/app/_components/section-tabs";
import { useShell } from "@/app/_components/shell/shell-context";
import { importOf } from "../settings/import/import-keys";
import { customersAddress } from "./customer-keys";

/** Everybody, in groups, and who matters most; whoever serves sees their own customers and nothing else. */
export function CustomerTabs() {
  const { tenant } = useShell();
  if (!tenant.may.includes("customers.manage")) return null;
  const at = `/dashboard/${tenant.id}/customers`;
  return (
    <SectionTabs
      label="Customers"
      tabs={[
        { href: at, label: "Everybody" },
        { href: `${at}/groups`, label: "Groups" },
        { href: `${at}/top`, label: "Top customers" },
        ...(tenant.may.includes("customers.merge")
          ? [{ href: customersAddress(tenant.id, "/duplicates"), label: "Duplicates" }]
          : []),
        ...(tenant.may.includes("imports.run") ? [{ href: importOf(tenant.id, "customers"), label: "Import" }] : []),
      ]}
    />
  );
}
