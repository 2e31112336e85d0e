import { phrase } from "@/app/_words/phrase";
import type { Phrase } from "@/app/_words/say";
import type { BookingStatus } from "@/db/schema/bookings";
import type { CalendarEntry } from "@/lib/bookings/calendar";
import type { CalendarCard, Column } from "./columns";

/** What the front desk looks for: whom to answer, whom to expect, who is here, what is done. */
export const statusGroups = {
  requests: { label: phrase("Requests"), of: ["requested", "held"] },
  confirmed: { label: phrase("Confirmed"), of: ["confirmed"] },
  here: { label: phrase("Here now"), of: ["arrived", "in_service"] },
  finished: { label: phrase("Finished"), of: ["completed", "no_show"] },
} as const satisfies Record<string, { label: Phrase; of: readonly BookingStatus[] }>;
export type StatusGroup = keyof typeof statusGroups;

/** Empty for everything; of a service and a category the service is the narrower. */
export type Filter = { status: StatusGroup | ""; service: string; category: string };

export const everything: Filter = { status: "", service: "", category: "" };

type Filtered = Pick<CalendarEntry, "status" | "serviceId" | "category">;

export const isFiltering = ({ status, service, category }: Filter): boolean => Boolean(status || service || category);

const isAmong = (entry: Filtered, { status, service, category }: Filter): boolean => {
  const of: readonly BookingStatus[] = status ? statusGroups[status].of : [entry.status];
  return (
    of.includes(entry.status) && (!service || entry.serviceId === service) && (!category || entry.category === category)
  );
};

/** Of a class it is enough that one place in it is looked for. */
export const isOn = ({ entries }: { entries: readonly Filtered[] }, filter: Filter): boolean =>
  entries.some((entry) => isAmong(entry, filter));

/** As a list shows it: where a row stands says nothing about whose time is free, so the others are left out. */
export const onlyOn = (columns: readonly Column[], filter: Filter): Column[] =>
  columns.map((column) => ({
    ...column,
    cards: column.cards.flatMap((card): CalendarCard[] => {
      const [first, ...more] = card.entries.filter((entry) => isAmong(entry, filter));
      return first ? [{ ...card, entries: [first, ...more] }] : [];
    }),
  }));

/** How many services are looked for, of how many: what runs over midnight, into another column, is one. */
export function countOn(columns: readonly Column[], filter: Filter): { on: number; all: number } {
  const found = columns.flatMap(({ cards }) => cards.flatMap(({ entries }) => entries));
  const entries = [...new Map(found.map((entry) => [entry.id, entry])).values()];
  return { on: entries.filter((entry) => isAmong(entry, filter)).length, all: entries.length };
}
