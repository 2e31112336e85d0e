"use client";

import { SectionTabs } from "@/app/_components/section-tabs";
import { useShell } from "@/app/_components/shell/shell-context";
import { phrase } from "@/app/_words/phrase";
import { useSay } from "@/app/_words/use-say";

const places = [
  { path: "", label: phrase("Rewards") },
  { path: "/codes", label: phrase("Codes") },
  { path: "/earning", label: phrase("Earning") },
];

/** What there is to be had, who has codes for it, and how points come. */
export function RewardTabs() {
  const say = useSay();
  const { tenant } = useShell();
  const tabs = places.map(({ path, label }) => ({ href: `/dashboard/${tenant.id}/rewards${path}`, label: say(label) }));
  return <SectionTabs label={say("Rewards")} tabs={tabs} />;
}
