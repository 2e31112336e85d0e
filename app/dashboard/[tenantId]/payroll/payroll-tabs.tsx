"use client";

import { SectionTabs } from "@/app/_components/section-tabs";
import { useShell } from "@/app/_components/shell/shell-context";
import { useSay } from "@/app/_words/use-say";

/** What is due, and by which rates it is earned. */
export function PayrollTabs() {
  const say = useSay();
  const { tenant } = useShell();
  const base = `/dashboard/${tenant.id}/payroll`;
  return (
    <SectionTabs
      label={say("Payroll")}
      tabs={[
        { href: base, label: say("Pay") },
        { href: `${base}/rates`, label: say("Rates") },
      ]}
    />
  );
}
