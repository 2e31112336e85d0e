"use client";

import { SectionTabs } from "@/app/_components/section-tabs";
import { useShell } from "@/app/_components/shell/shell-context";

/** What is due, and by which rates it is earned. */
export function PayrollTabs() {
  const { tenant } = useShell();
  const base = `/dashboard/${tenant.id}/payroll`;
  return (
    <SectionTabs
      label="Payroll"
      tabs={[
        { href: base, label: "Pay" },
        { href: `${base}/rates`, label: "Rates" },
      ]}
    />
  );
}
