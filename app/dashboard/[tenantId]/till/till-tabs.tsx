"use client";

import { SectionTabs } from "@/app/_components/section-tabs";
import { useShell } from "@/app/_components/shell/shell-context";
import { phrase } from "@/app/_words/phrase";
import type { Phrase } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { Permission } from "@/lib/auth/permissions";

const places: { path: string; label: Phrase; needs: Permission }[] = [
  { path: "", label: phrase("Sales"), needs: "till.use" },
  { path: "/products", label: phrase("Products"), needs: "till.use" },
  { path: "/close", label: phrase("Day close"), needs: "day.close" },
];

/** The parts of the till, as far as one may go. */
export function TillTabs() {
  const say = useSay();
  const { tenant } = useShell();
  const tabs = places
    .filter(({ needs }) => tenant.may.includes(needs))
    .map(({ path, label }) => ({ href: `/dashboard/${tenant.id}/till${path}`, label: say(label) }));
  return <SectionTabs label={say("Till")} tabs={tabs} />;
}
