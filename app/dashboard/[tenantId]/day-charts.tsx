"use client";

import Link from "next/link";
import useSWR from "swr";
import { type Bar, Bars } from "@/app/_components/charts/bars";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { useSay } from "@/app/_words/use-say";
import type { DailyStats } from "@/lib/analytics/daily-stats";
import { formatDay, formatMoney } from "@/lib/platform/format";
import { bookedRows, earnedRows, spanOf } from "./today-addresses";
import { dailyStatsKey } from "./today-keys";

/** The fortnight behind and the week ahead, for those who see reports. */
export function DayCharts() {
  const say = useSay();
  const { tenant } = useShell();
  const { data } = useSWR<DailyStats>(dailyStatsKey(tenant.id), fetchJson);
  if (!data) return null;
  const { days, coming, currency, date } = data;
  const dayOf = (date: string) => formatDay(`${date}T12:00:00Z`, "UTC", say.language);
  const earned = days.map((day): Bar => {
    const { revenueMinor } = day;
    return {
      ...{ key: day.date, label: dayOf(day.date), value: revenueMinor, words: formatMoney(revenueMinor, currency) },
      href: revenueMinor === 0 ? null : earnedRows(tenant.id, spanOf([day])),
    };
  });
  const booked = coming.map((day): Bar => {
    return {
      ...{ key: day.date, label: dayOf(day.date), value: day.bookings, words: String(day.bookings) },
      href: day.bookings === 0 ? null : bookedRows(tenant.id, spanOf([day])),
    };
  });
  const sum = (bars: Bar[]) => bars.reduce((all, { value }) => all + value, 0);
  return (
    <section
      aria-label={say("The days behind and ahead")}
      className="grid gap-x-12 gap-y-6 border-t px-4 py-5 md:grid-cols-2 md:px-6 xl:pl-8"
    >
      <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-2">
        <Sum label={say("Earned, last 14 days")} href={earnedRows(tenant.id, spanOf(days))}>
          {formatMoney(sum(earned), currency)}
        </Sum>
        <Bars
          name={say("Earned, last 14 days")}
          of={{ row: say("Day"), value: say("Earned") }}
          bars={earned}
          open={date}
        />
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-2">
        <Sum label={say("Booked, next 7 days")} href={bookedRows(tenant.id, spanOf(coming))}>
          {String(sum(booked))}
        </Sum>
        <Bars name={say("Booked, next 7 days")} of={{ row: say("Day"), value: say("Appointments") }} bars={booked} />
      </div>
    </section>
  );
}

/** All of the days together. The line is as high as before, and on phones what is pressed is higher than the line. */
function Sum({ label, href, children }: { label: string; href: string; children: string }) {
  const say = useSay();
  return (
    <h2 className="flex justify-between gap-4">
      <span className="text-quiet">{label}</span>
      <Link
        href={href}
        className="font-semibold tabular-nums underline decoration-edge underline-offset-4 hover:decoration-ink max-md:-my-3 max-md:py-3"
      >
        {children}
        <span className="sr-only">{say(", show its rows")}</span>
      </Link>
    </h2>
  );
}
