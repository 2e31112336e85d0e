"use client";

import { SectionTabs } from "@/app/_components/section-tabs";
import { useShell } from "@/app/_components/shell/shell-context";
import { useSay } from "@/app/_words/use-say";
import { importOf } from "../settings/import/import-keys";
import { customersAddress } from "./customer-keys";

/** Everybody, in groups, and who matters most; whoever serves sees their own customers and nothing else. */
export function CustomerTabs() {
  const say = useSay();
  const { tenant } = useShell();
  if (!tenant.may.includes("customers.manage")) return null;
  const at = `/dashboard/${tenant.id}/customers`;
  return (
    <SectionTabs
      label={say("Customers")}
      tabs={[
        { href: at, label: say("Everybody") },
        { href: `${at}/groups`, label: say("Groups") },
        { href: `${at}/top`, label: say("Top customers") },
        ...(tenant.may.includes("customers.merge")
          ? [{ href: customersAddress(tenant.id, "/duplicates"), label: say("Duplicates") }]
          : []),
        ...(tenant.may.includes("imports.run")
          ? [{ href: importOf(tenant.id, "customers"), label: say("Import") }]
          : []),
      ]}
    />
  );
}
