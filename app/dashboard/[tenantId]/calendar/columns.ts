import type { Calendar, CalendarBlock, CalendarEntry, CalendarKept } from "@/lib/bookings/calendar";
import type { Work } from "@/lib/calendar/conflict";
import { hoursShown, type Span } from "@/lib/calendar/layout";
import { formatDay, type Language } from "@/lib/platform/format";
import type { Filter } from "./filter";
import type { Shown } from "./shown";

/** What is drawn as one card: a service, or all the places of a class. */
export type CalendarCard = Span & { id: string; entries: [CalendarEntry, ...CalendarEntry[]] };

/** A person of the day, or a day of the week. */
export type Column = {
  key: string;
  title: string;
  /** Its midnights. */
  day: Span;
  /** Whom work is moved to that is put here; who does it now when null. */
  person: string | null;
  /** Whose column it is: of a week it is the same in all of them. */
  whose: string | null;
  windows: Span[];
  away: Span[];
  cards: CalendarCard[];
  kept: CalendarKept[];
  blocks: CalendarBlock[];
};

/** Drawn to now while somebody is still being served after the end. */
const endOf = (entry: CalendarEntry, now: number): number =>
  entry.status === "in_service" && now > entry.to && now < entry.to + 720 ? Math.ceil(now) : entry.to;

function cardsOf(entries: readonly CalendarEntry[], now: number): CalendarCard[] {
  const classes = new Map<string, CalendarCard>();
  const cards: CalendarCard[] = [];
  for (const entry of entries) {
    const key = `${entry.staffId} ${entry.serviceId} ${entry.from}`;
    const there = entry.isSeat ? classes.get(key) : undefined;
    if (there) {
      there.entries.push(entry);
      there.to = Math.max(there.to, endOf(entry, now));
      continue;
    }
    const card: CalendarCard = { id: entry.id, from: entry.from, to: endOf(entry, now), entries: [entry] };
    cards.push(card);
    if (entry.isSeat) classes.set(key, card);
  }
  return cards;
}

/** `now` in epoch minutes. */
export function columnsOf(
  calendar: Calendar,
  { view, person }: Omit<Shown, keyof Filter>,
  now: number,
  language: Language = "en",
): Column[] {
  const people = calendar.people.filter(({ id }) => !person || id === person);
  const is = ({ staffId }: { staffId: string }) => !person || staffId === person;
  const [first] = calendar.days;
  if (view === "day" && first)
    return people.map(({ id, name, windows, away }) => ({
      key: id,
      title: name,
      day: first,
      person: id,
      whose: id,
      windows,
      away,
      cards: cardsOf(
        calendar.entries.filter(({ staffId }) => staffId === id),
        now,
      ),
      kept: calendar.kept.filter(({ staffId }) => staffId === id),
      blocks: calendar.blocks.filter(({ staffId }) => staffId === id),
    }));
  return calendar.days.map((day) => {
    const meets = (span: Span) => span.from < day.to && span.to > day.from;
    return {
      key: day.date,
      title: formatDay(`${day.date}T12:00:00Z`, "UTC", language),
      day,
      person: null,
      whose: person || null,
      windows: people.flatMap(({ windows }) => windows.filter(meets)),
      // Of everybody together nobody's break is a break.
      away: people.length === 1 ? people[0]!.away.filter(meets) : [],
      cards: cardsOf(
        calendar.entries.filter((entry) => is(entry) && meets(entry)),
        now,
      ),
      kept: calendar.kept.filter((one) => is(one) && meets(one)),
      // As with breaks: of everybody together nobody's block says anything.
      blocks: people.length === 1 ? calendar.blocks.filter((one) => is(one) && meets(one)) : [],
    };
  });
}

/** From eight to six, and further where there is anything; in minutes of the day. */
export function shownOf(columns: readonly Column[]): Span {
  const minutes = columns.map(({ day, windows, cards, kept, blocks }) => {
    const { from, to } = hoursShown(day, [...windows, ...cards, ...kept, ...blocks], {
      from: day.from + 480,
      to: day.from + 1_080,
    });
    return { from: from - day.from, to: to - day.from };
  });
  return {
    from: Math.min(480, ...minutes.map(({ from }) => from)),
    to: Math.max(1_080, ...minutes.map(({ to }) => to)),
  };
}

export const workOf = ({ staffId, ...entry }: CalendarEntry): Work => ({ ...entry, person: staffId });
