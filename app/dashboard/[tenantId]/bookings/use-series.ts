"use client";

import { useState } from "react";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { apiBase } from "@/app/_components/data/keys";
import { useShell } from "@/app/_components/shell/shell-context";
import type { SeriesDay, SeriesDays } from "@/lib/bookings/list-series";
import type { WantedLine } from "./desk-choices";
import { visitQuery } from "./use-free-times";

/** What is done about a date: its own time, another of that day, or left out. Empty while nobody has said. */
export type SeriesChoice = string | "out" | "";

export type Series = {
  weeks: number;
  times: number;
  repeat(to: { weeks?: number; times?: number }): void;
  days: SeriesDays | undefined;
  failed: boolean;
  choiceOf(day: SeriesDay): SeriesChoice;
  choose(date: string, choice: SeriesChoice): void;
  /** The first date that nobody has said anything about. */
  unresolved: SeriesDay | undefined;
  /** How many would be booked, and what they cost. */
  count: number;
  totalMinor: number;
  asked: { weeks: number; times: number; instead: { date: string; startsAt?: string }[] };
};

/** Every how many weeks a visit comes round (0 for once), with every date of it as the engine sees it now. */
export function useSeries(lines: readonly WantedLine[], at: string, customerId: string): Series {
  const { tenant } = useShell();
  const [{ weeks, times }, setRepeat] = useState({ weeks: 0, times: 6 });
  const query = new URLSearchParams({
    ...visitQuery(lines),
    customer: customerId,
    startsAt: at,
    weeks: `${weeks}`,
    times: `${times}`,
  });
  // Among the bookings: whatever is booked meanwhile has it looked at again.
  const key = weeks > 0 && at ? `${apiBase(tenant.id)}/bookings/series?${query}` : null;
  const { data: days, error } = useSWR<SeriesDays>(key, fetchJson);
  // Of another series the choices would be others.
  const [chosen, setChosen] = useState<{ of: string; by: Record<string, SeriesChoice> }>({ of: "", by: {} });
  const own = `${at} ${weeks} ${JSON.stringify(lines)}`;
  const by = chosen.of === own ? chosen.by : {};
  const choiceOf = (day: SeriesDay): SeriesChoice => {
    const choice = by[day.date] ?? "";
    if (choice === "out" || choice === "") return choice || (day.clash ? "" : (day.startsAt ?? ""));
    // What was chosen and is gone by now is chosen again.
    return !day.clash || day.free.some(({ startsAt }) => startsAt === choice) ? choice : "";
  };
  const kept = (days?.dates ?? []).map((day) => ({ day, choice: choiceOf(day) }));
  const booked = kept.filter(({ choice }) => choice !== "out");
  const priceOf = ({ day, choice }: (typeof kept)[number]) =>
    day.clash ? (day.free.find(({ startsAt }) => startsAt === choice)?.totalMinor ?? 0) : day.totalMinor;
  return {
    weeks,
    times,
    repeat: (to) => setRepeat({ weeks, times, ...to }),
    days,
    failed: Boolean(error) && !days,
    choiceOf,
    choose: (date, choice) => setChosen({ of: own, by: { ...by, [date]: choice } }),
    unresolved: kept.find(({ choice }) => choice === "")?.day,
    count: booked.length,
    totalMinor: booked.reduce((sum, one) => sum + priceOf(one), 0),
    asked: {
      weeks,
      times,
      instead: kept.flatMap(({ day: { date, startsAt }, choice }) =>
        choice === "out" ? [{ date }] : choice && choice !== startsAt ? [{ date, startsAt: choice }] : [],
      ),
    },
  };
}
