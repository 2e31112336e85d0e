"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import type { MoneyInbox } from "@/lib/payments/list-inbox";
import { inboxKey } from "./money-keys";

const places = [
  { path: "", label: "All" },
  { path: "/inbox", label: "Inbox" },
  { path: "/refunds", label: "Refunds" },
  { path: "/statement", label: "Statement" },
] as const;

/** The parts of the payments, with how much waits in each. */
export function MoneyTabs() {
  const { tenant } = useShell();
  const here = usePathname();
  const { data } = useSWR<MoneyInbox>(inboxKey(tenant.id), fetchJson);
  const waiting: Partial<Record<(typeof places)[number]["path"], number>> = data
    ? { "/inbox": data.counts.payments + data.counts.receipts + data.days.length, "/refunds": data.counts.refunds }
    : {};
  return (
    <nav aria-label="Payments" className="flex gap-5 overflow-x-auto border-b px-4 md:px-6 xl:pl-8">
      {places.map(({ path, label }) => {
        const href = `/dashboard/${tenant.id}/payments${path}`;
        const count = waiting[path] ?? 0;
        return (
          <Link
            key={path}
            href={href}
            aria-current={here === href ? "page" : undefined}
            className="-mb-px flex h-11 shrink-0 items-center gap-1.5 border-b-2 border-transparent font-medium text-quiet -outline-offset-2 hover:text-ink aria-[current=page]:border-ink aria-[current=page]:text-ink"
          >
            {label}
            {count > 0 ? (
              <span className="min-w-5 rounded-full bg-ink px-1.5 text-center text-xs leading-5 font-semibold text-canvas tabular-nums">
                {count > 99 ? "99+" : count}
                <span className="sr-only"> waiting</span>
              </span>
            ) : null}
          </Link>
        );
      })}
    </nav>
  );
}
