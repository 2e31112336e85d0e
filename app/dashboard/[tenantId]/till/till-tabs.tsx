"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
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
  const here = usePathname();
  return (
    <nav aria-label="Till" className="flex gap-5 overflow-x-auto border-b px-4 md:px-6 xl:pl-8">
      {places
        .filter(({ needs }) => tenant.may.includes(needs))
        .map(({ path, label }) => {
          const href = `/dashboard/${tenant.id}/till${path}`;
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
