"use client";

import { SectionTabs } from "@/app/_components/section-tabs";
import { useShell } from "@/app/_components/shell/shell-context";
import { useSay } from "@/app/_words/use-say";
import { campaignsAddress } from "./campaign-keys";

/** What is written to many by hand, and what goes by itself. */
export function CampaignTabs() {
  const say = useSay();
  const { tenant } = useShell();
  return (
    <SectionTabs
      label={say("Campaigns")}
      tabs={[
        { href: campaignsAddress(tenant.id), label: say("Campaigns") },
        { href: campaignsAddress(tenant.id, "/automatic"), label: say("Automatic messages") },
      ]}
    />
  );
}
