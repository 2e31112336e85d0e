"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { useShell } from "@/app/_components/shell/shell-context";
import type { Permission } from "@/lib/auth/permissions";

const places: { path: string; label: string; needs?: Permission }[] = [
  { path: "", label: "Opening hours" },
  { path: "/holidays", label: "Public holidays" },
  { path: "/resources", label: "Chairs and rooms" },
  { path: "/rules", label: "Booking rules" },
  { path: "/mpesa", label: "M-Pesa", needs: "payments.manage" },
];

/** The parts of the settings. */
export function SettingsTabs() {
  const { tenant } = useShell();
  const here = usePathname();
  const row = useRef<HTMLElement>(null);
  // On a phone they do not all fit: the one that is open is brought into sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another one is open when the address is another
  useEffect(() => {
    row.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [here]);
  const shown = places.filter(({ needs }) => !needs || tenant.may.includes(needs));
  return (
    <nav ref={row} aria-label="Settings" className="flex gap-5 overflow-x-auto border-b px-4 md:px-6 xl:pl-8">
      {shown.map(({ path, label }) => {
        const href = `/dashboard/${tenant.id}/settings${path}`;
        return (
          <Link
            key={path}
            href={href}
            aria-current={here === href ? "page" : undefined}
            className="-mb-px flex h-11 shrink-0 items-center border-b-2 border-transparent font-medium text-quiet -outline-offset-2 hover:text-ink aria-[current=page]:border-ink aria-[current=page]:text-ink"
          >
            {label}
          </Link>
        );
      })}
    </nav>
  );
}
