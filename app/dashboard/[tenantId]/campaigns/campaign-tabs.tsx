"use client";

import { SectionTabs } from "@/app/_components/section-tabs";
import { useShell } from "@/app/_components/shell/shell-context";
import { campaignsAddress } from "./campaign-keys";

/** What is written to many by hand, and what goes by itself. */
export function CampaignTabs() {
  const { tenant } = useShell();
  return (
    <SectionTabs
      label="Campaigns"
      tabs={[
        { href: campaignsAddress(tenant.id), label: "Campaigns" },
        { href: campaignsAddress(tenant.id, "/automatic"), label: "Automatic messages" },
      ]}
    />
  );
}
