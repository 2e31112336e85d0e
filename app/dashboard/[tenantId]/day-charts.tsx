"use client";

import useSWR from "swr";
import { type Bar, Bars } from "@/app/_components/charts/bars";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { useSay } from "@/app/_words/use-say";
import type { DailyStats } from "@/lib/analytics/daily-stats";
import { formatDay, formatMoney } from "@/lib/platform/format";
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
    return { key: day.date, label: dayOf(day.date), value: revenueMinor, words: formatMoney(revenueMinor, currency) };
  });
  const booked = coming.map((day): Bar => {
    return { key: day.date, label: dayOf(day.date), value: day.bookings, words: String(day.bookings) };
  });
  const sum = (bars: Bar[]) => bars.reduce((all, { value }) => all + value, 0);
  return (
    <section
      aria-label={say("The days behind and ahead")}
      className="grid gap-x-12 gap-y-6 border-t px-4 py-5 md:grid-cols-2 md:px-6 xl:pl-8"
    >
      <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-2">
        <h2 className="flex justify-between gap-4">
          <span className="text-quiet">{say("Earned, last 14 days")}</span>
          <span className="font-semibold tabular-nums">{formatMoney(sum(earned), currency)}</span>
        </h2>
        <Bars
          name={say("Earned, last 14 days")}
          of={{ row: say("Day"), value: say("Earned") }}
          bars={earned}
          open={date}
        />
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-2">
        <h2 className="flex justify-between gap-4">
          <span className="text-quiet">{say("Booked, next 7 days")}</span>
          <span className="font-semibold tabular-nums">{sum(booked)}</span>
        </h2>
        <Bars name={say("Booked, next 7 days")} of={{ row: say("Day"), value: say("Appointments") }} bars={booked} />
      </div>
    </section>
  );
}
