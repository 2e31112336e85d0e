"use client";

import { toast } from "sonner";
import { useSWRConfig } from "swr";
import { useShowFirst } from "@/app/_components/data/show-first";
import { useSay } from "@/app/_words/use-say";
import type { Calendar, CalendarEntry } from "@/lib/bookings/calendar";
import { useMove, useResize } from "../bookings/use-step";
import { movedEntries } from "./held";

const named = ({ bookingId: id, bookingStartsAt: startsAt, customer: customerName }: CalendarEntry) => ({
  id,
  startsAt,
  bookedAs: null,
  customerName,
});

/** Puts a card elsewhere, or its end: seen at once, and the server has the last word. */
export function usePut(dataKey: string) {
  const say = useSay();
  const { mutate } = useSWRConfig();
  const move = useMove();
  const resize = useResize();
  const showFirst = useShowFirst();
  const show = (change: (entries: readonly CalendarEntry[]) => CalendarEntry[]) =>
    showFirst<Calendar>(dataKey, (now) => ({ ...now, entries: change(now.entries) }));

  /** `person` is null where it stays with whom it is. */
  const put = async (entry: CalendarEntry, from: number, person: string | null) => {
    const startsAt = new Date(Date.parse(entry.bookingStartsAt) + (from - entry.from) * 60_000).toISOString();
    const back = show((entries) => movedEntries(entries, entry, from, person));
    const not = await move(named(entry), { startsAt, ...(person ? { staffId: person, lineId: entry.id } : {}) });
    if (not) {
      back();
      toast(say("{customer} is back where it was", { customer: entry.customer }), { description: not.problem });
    }
    void mutate(dataKey);
  };

  const stretch = async (entry: CalendarEntry, minutes: number) => {
    const back = show((entries) =>
      entries.map((one) => (one.id === entry.id ? { ...one, to: one.from + minutes } : one)),
    );
    const not = await resize(named(entry), { lineId: entry.id, service: entry.service, minutes });
    if (not) {
      back();
      toast(say("{customer} takes as long as before", { customer: entry.customer }), { description: not });
    }
    void mutate(dataKey);
  };

  return { put, stretch };
}
