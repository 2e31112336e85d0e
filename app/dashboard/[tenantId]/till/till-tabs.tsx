"use client";

import { SectionTabs } from "@/app/_components/section-tabs";
import { useShell } from "@/app/_components/shell/shell-context";
import type { Permission } from "@/lib/auth/permissions";

const places: { path: string; label: string; needs: Permission }[] = [
  { path: "", label: "Sales", needs: "till.use" },
  { path: "/products", label: "Products", needs: "till.use" },
  { path: "/close", label: "Day close", needs: "day.close" },
];

/** The parts of the till, as far as one may go. */
export function TillTabs() {
  const { tenant } = useShell();
  const tabs = places
    .filter(({ needs }) => tenant.may.includes(needs))
    .map(({ path, label }) => ({ href: `/dashboard/${tenant.id}/till${path}`, label }));
  return <SectionTabs label="Till" tabs={tabs} />;
}
