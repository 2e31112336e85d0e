"use client";

import { SectionTabs } from "@/app/_components/section-tabs";
import { useShell } from "@/app/_components/shell/shell-context";
import type { Permission } from "@/lib/auth/permissions";

const places: { path: string; label: string; needs?: Permission }[] = [
  { path: "", label: "Opening hours" },
  { path: "/business", label: "Business" },
  { path: "/branding", label: "Branding" },
  { path: "/share", label: "Share" },
  { path: "/holidays", label: "Public holidays" },
  { path: "/resources", label: "Chairs and rooms" },
  { path: "/rules", label: "Booking rules" },
  { path: "/messages", label: "Messages" },
  { path: "/privacy", label: "Privacy" },
  { path: "/mpesa", label: "M-Pesa", needs: "payments.manage" },
  { path: "/integrations", label: "Integrations", needs: "settings.manage" },
  { path: "/api-keys", label: "API keys", needs: "api_keys.manage" },
  { path: "/import", label: "Import", needs: "imports.run" },
  { path: "/data", label: "Your data", needs: "archive.take" },
  { path: "/plan", label: "Plan", needs: "subscription.see" },
];

/** The parts of the settings. */
export function SettingsTabs() {
  const { tenant } = useShell();
  const tabs = places
    .filter(({ needs }) => !needs || tenant.may.includes(needs))
    .map(({ path, label }) => ({ href: `/dashboard/${tenant.id}/settings${path}`, label }));
  return <SectionTabs label="Settings" tabs={tabs} />;
}
