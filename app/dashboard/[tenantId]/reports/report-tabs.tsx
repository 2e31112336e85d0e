"use client";

import { useSearchParams } from "next/navigation";
import { SectionTabs } from "@/app/_components/section-tabs";
import { useShell } from "@/app/_components/shell/shell-context";
import { useSay } from "@/app/_words/use-say";

/** What is asked of the same days: whoever goes from one to the other keeps them. */
export function ReportTabs() {
  const say = useSay();
  const { tenant } = useShell();
  const base = `/dashboard/${tenant.id}/reports`;
  const days = daysIn(useSearchParams());
  return (
    <div className="print:hidden">
      <SectionTabs
        label={say("Reports")}
        tabs={[
          { href: base, label: say("Money") },
          { href: `${base}/customers`, label: say("Customers") },
          { href: `${base}/operations`, label: say("Operations") },
          { href: `${base}/profit`, label: say("Profit") },
        ].map((tab) => ({ ...tab, query: days }))}
      />
    </div>
  );
}

function daysIn(given: URLSearchParams): string {
  const kept = [...given].filter(([name, value]) => value && ["period", "from", "to", "compare"].includes(name));
  return kept.length > 0 ? `?${new URLSearchParams(kept)}` : "";
}
