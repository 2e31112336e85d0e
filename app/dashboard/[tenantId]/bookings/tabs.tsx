"use client";

import Link from "next/link";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { phrase } from "@/app/_words/phrase";
import type { Phrase } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { DayStats } from "@/lib/analytics/day-stats";
import type { BookingFilters } from "@/lib/bookings/input";
import { type BookingView, views } from "@/lib/bookings/rules";
import { importOf } from "../settings/import/import-keys";
import { statsKey } from "../today-keys";
import { queryOf } from "./list-key";

const labels: Record<BookingView, Phrase> = {
  upcoming: phrase("To come"),
  requests: phrase("Requests"),
  past: phrase("Past"),
};

/** What comes, what waits for an answer, what was. */
export function Tabs({ filters }: { filters: BookingFilters }) {
  const say = useSay();
  const { tenant } = useShell();
  const { data } = useSWR<DayStats>(statsKey(tenant.id), fetchJson);
  const { from: _, to: __, status: ___, deposit, ...kept } = filters;
  return (
    <nav
      aria-label={say("Which bookings")}
      className="flex gap-4 overflow-x-auto overflow-y-hidden border-b px-4 sm:gap-5 md:px-6 xl:pl-8"
    >
      {views.map((view) => (
        <Tab
          key={view}
          query={queryOf({ ...kept, view })}
          current={view === filters.view && !deposit}
          count={view === "requests" ? (data?.pending ?? 0) : 0}
        >
          {say(labels[view])}
        </Tab>
      ))}
      <Tab
        query={queryOf({ ...kept, view: "upcoming", deposit: "due" })}
        current={deposit === "due"}
        count={data?.unpaid ?? 0}
      >
        {say("To pay")}
      </Tab>
      {tenant.may.includes("imports.run") ? (
        <Link
          href={importOf(tenant.id, "bookings")}
          className="flex h-11 shrink-0 items-center font-medium text-quiet hover:text-ink"
        >
          {say("Import")}
        </Link>
      ) : null}
    </nav>
  );
}

type TabProps = { query: string; current: boolean; count: number; children: string };

const Tab = ({ query, current, count, children }: TabProps) => {
  const say = useSay();
  return (
    <Link
      href={`?${query}`}
      scroll={false}
      aria-current={current ? "page" : undefined}
      className="-mb-px flex h-11 shrink-0 items-center gap-1.5 border-b-2 border-transparent font-medium text-quiet hover:text-ink aria-[current=page]:border-ink aria-[current=page]:text-ink"
    >
      {children}
      {count > 0 ? (
        <span className="min-w-5 rounded-full bg-ink px-1.5 text-center text-xs leading-5 font-semibold text-canvas tabular-nums">
          {count}
          <span className="sr-only"> {say("waiting")}</span>
        </span>
      ) : null}
    </Link>
  );
};
