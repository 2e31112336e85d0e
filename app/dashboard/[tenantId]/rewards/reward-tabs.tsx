"use client";

import { SectionTabs } from "@/app/_components/section-tabs";
import { useShell } from "@/app/_components/shell/shell-context";

const places = [
  { path: "", label: "Rewards" },
  { path: "/codes", label: "Codes" },
  { path: "/earning", label: "Earning" },
];

/** What there is to be had, who has codes for it, and how points come. */
export function RewardTabs() {
  const { tenant } = useShell();
  const tabs = places.map(({ path, label }) => ({ href: `/dashboard/${tenant.id}/rewards${path}`, label }));
  return <SectionTabs label="Rewards" tabs={tabs} />;
}
