"use client";

import { SectionTabs } from "@/app/_components/section-tabs";
import { useShell } from "@/app/_components/shell/shell-context";
import { phrase } from "@/app/_words/phrase";
import type { Phrase } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { Permission } from "@/lib/auth/permissions";

const places: { path: string; label: Phrase; needs?: Permission }[] = [
  { path: "", label: phrase("Opening hours") },
  { path: "/business", label: phrase("Business") },
  { path: "/branding", label: phrase("Branding") },
  { path: "/share", label: phrase("Share") },
  { path: "/holidays", label: phrase("Public holidays") },
  { path: "/resources", label: phrase("Chairs and rooms") },
  { path: "/rules", label: phrase("Booking rules") },
  { path: "/messages", label: phrase("Messages") },
  { path: "/privacy", label: phrase("Privacy") },
  { path: "/mpesa", label: phrase("M-Pesa"), needs: "payments.manage" },
  { path: "/integrations", label: phrase("Integrations"), needs: "settings.manage" },
  { path: "/api-keys", label: phrase("API keys"), needs: "api_keys.manage" },
  { path: "/import", label: phrase("Import"), needs: "imports.run" },
  { path: "/data", label: phrase("Your data"), needs: "archive.take" },
  { path: "/plan", label: phrase("Plan"), needs: "subscription.see" },
];

/** The parts of the settings. */
export function SettingsTabs() {
  const say = useSay();
  const { tenant } = useShell();
  const tabs = places
    .filter(({ needs }) => !needs || tenant.may.includes(needs))
    .map(({ path, label }) => ({ href: `/dashboard/${tenant.id}/settings${path}`, label: say(label) }));
  return <SectionTabs label={say("Settings")} tabs={tabs} />;
}
