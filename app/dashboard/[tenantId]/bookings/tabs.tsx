"use client";

import Link from "next/link";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import type { DayStats } from "@/lib/analytics/day-stats";
import type { BookingFilters } from "@/lib/bookings/input";
import { type BookingView, views } from "@/lib/bookings/rules";
import { statsKey } from "../today-keys";
import { queryOf } from "./list-key";

const labels: Record<BookingView, string> = { upcoming: "To come", requests: "Requests", past: "Past" };

/** What comes, what waits for an answer, what was. */
export function Tabs({ filters }: { filters: BookingFilters }) {
  const { tenant } = useShell();
  const { data } = useSWR<DayStats>(statsKey(tenant.id), fetchJson);
  const { from: _, to: __, status: ___, ...kept } = filters;
  return (
    <nav aria-label="Which bookings" className="flex gap-5 border-b px-4 md:px-6 xl:pl-8">
      {views.map((view) => (
        <Link
          key={view}
          href={`?${queryOf({ ...kept, view })}`}
          scroll={false}
          aria-current={view === filters.view ? "page" : undefined}
          className="-mb-px flex h-11 items-center gap-1.5 border-b-2 border-transparent font-medium text-quiet hover:text-ink aria-[current=page]:border-ink aria-[current=page]:text-ink"
        >
          {labels[view]}
          {view === "requests" && data && data.pending > 0 ? (
            <span className="min-w-5 rounded-full bg-ink px-1.5 text-center text-xs leading-5 font-semibold text-canvas tabular-nums">
              {data.pending}
              <span className="sr-only"> waiting</span>
            </span>
          ) : null}
        </Link>
      ))}
    </nav>
  );
}
