"use client";

import Link from "next/link";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { LiveValue } from "@/app/_components/live/live-value";
import { useShell } from "@/app/_components/shell/shell-context";
import type { Say } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { DayStats } from "@/lib/analytics/day-stats";
import { formatMoney } from "@/lib/platform/format";
import { against, towards, weekdayName } from "./against";
import { NumbersLoading, numbersCell, numbersGrid } from "./numbers-loading";
import { todayRows } from "./today-addresses";
import { asTimePasses, statsKey } from "./today-keys";

type Line = { id: keyof ReturnType<typeof todayRows>; label: string; value: string; note: string };

function linesOf(say: Say, stats: DayStats): Line[] {
  const { lastWeek, currency } = stats;
  const day = weekdayName(stats.date, say.language);
  const money = (minor: number) => formatMoney(minor, currency);
  return [
    {
      id: "bookingsToday",
      label: say("Appointments today"),
      value: String(stats.bookingsToday),
      note: against(say, stats.bookingsToday, lastWeek.bookingsToday, day),
    },
    {
      id: "arrivingNext",
      label: say("Arriving next"),
      value: String(stats.arrivingNext),
      note: say("within the hour"),
    },
    {
      id: "pending",
      label: say("To confirm"),
      value: String(stats.pending),
      note: stats.pending === 0 ? say("all answered") : say("waiting for an answer"),
    },
    {
      id: "newCustomersToday",
      label: say("New customers"),
      value: String(stats.newCustomersToday),
      note: against(say, stats.newCustomersToday, lastWeek.newCustomersToday, day),
    },
    {
      id: "visitsToday",
      label: say("Visits so far"),
      value: String(stats.visitsToday),
      note: towards(say, stats.visitsToday, lastWeek.visitsToday, day, String),
    },
    {
      id: "revenueTodayMinor",
      label: say("Revenue so far"),
      value: money(stats.revenueTodayMinor),
      note: towards(say, stats.revenueTodayMinor, lastWeek.revenueTodayMinor, day, money),
    },
  ];
}

/** Today in six numbers, each against the same day last week, and each the way to its rows. */
export function Numbers() {
  const say = useSay();
  const { tenant } = useShell();
  const { data } = useSWR<DayStats>(statsKey(tenant.id), fetchJson, asTimePasses);
  if (!data) return <NumbersLoading />;
  const rows = todayRows(tenant, data.date);
  return (
    <section aria-label={say("Today’s numbers")} className="overflow-hidden">
      <dl className={numbersGrid}>
        {linesOf(say, data).map((line) => (
          <div key={line.id} className={numbersCell}>
            <dt className="text-quiet">
              <Opening label={line.label} href={rows[line.id]} />
            </dt>
            <dd className="whitespace-nowrap text-xl font-semibold tabular-nums" data-stat={line.id}>
              <LiveValue value={line.value} />
            </dd>
            <dd className="text-quiet">{line.note}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The whole of the cell is pressed: a finger needs the room, and the number is what one points at. */
const Opening = ({ label, href }: { label: string; href: string | undefined }) =>
  href ? (
    <Link
      href={href}
      className="underline decoration-edge underline-offset-4 after:absolute after:inset-0 hover:text-ink hover:after:bg-ink/4 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
    >
      {label}
    </Link>
  ) : (
    label
  );
