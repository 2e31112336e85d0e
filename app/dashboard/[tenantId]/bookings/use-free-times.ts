"use client";

import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { apiBase } from "@/app/_components/data/keys";
import { useShell } from "@/app/_components/shell/shell-context";
import type { OpenDays, OpenSlot } from "@/lib/bookings/list-open-slots";
import { writeMore } from "@/lib/bookings/more-lines";
import type { WantedLine } from "./desk-choices";
import { dayAfter } from "./local-day";

/** So many days are looked through for the next free one. */
const ahead = 14;

export const linesAsked = (lines: readonly WantedLine[]) =>
  lines.map(({ service, staff, addons }) => ({
    serviceId: service,
    ...(staff === "any" ? {} : { staffId: staff }),
    addonIds: [...addons],
  }));

type FreeTimes = {
  /** What they are free times of: another wish has others. */
  key: string;
  /** Undefined until they are there. */
  times: readonly OpenSlot[] | undefined;
  failed: boolean;
  /** The first day after with a free time, where this one has none; null when there is none for two weeks. */
  next: string | null | undefined;
};

/** A visit as an address says it. */
export function visitQuery([first, ...more]: readonly WantedLine[]) {
  return {
    service: first?.service ?? "",
    staff: first?.staff ?? "any",
    addons: first?.addons.join(",") ?? "",
    more: writeMore(linesAsked(more)),
  };
}

/** Free times of a visit on a day, as the desk may book it; and what may be asked for beforehand, of this customer. */
export function useFreeTimes(lines: readonly WantedLine[], date: string, customerId = ""): FreeTimes {
  const { tenant } = useShell();
  const [first] = lines;
  const query = (from: string, to: string) => new URLSearchParams({ ...visitQuery(lines), from, to }).toString();
  const address = (from: string, to: string) => `${apiBase(tenant.id)}/availability?${query(from, to)}`;
  const isAsked = Boolean(first?.service && date);
  const key = isAsked ? address(date, date) : "";
  const whose = customerId && `&${new URLSearchParams({ customer: customerId })}`;
  const { data, error } = useSWR<OpenDays>(key ? `${key}${whose}` : null, fetchJson);
  const times = error ? [] : data?.days[0]?.slots;
  const isNone = !error && times?.length === 0;
  const later = useSWR<OpenDays>(isNone ? address(dayAfter(date, 1), dayAfter(date, ahead)) : null, fetchJson);
  const next = later.data && (later.data.days.find(({ slots }) => slots.length > 0)?.date ?? null);
  return { key, times, failed: Boolean(error), next: isNone ? next : undefined };
}
