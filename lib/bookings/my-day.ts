import { sql } from "drizzle-orm";
import { type Span, unite } from "@/lib/availability/spans";
import { headOf, writePosition } from "@/lib/tenancy/head";
import type { Scope } from "@/lib/tenancy/scope";
import {
  blocksIn,
  type CalendarBlock,
  type CalendarEntry,
  type CalendarKept,
  dayOf,
  entriesIn,
  houseFrom,
  keptIn,
} from "./calendar";
import { businessHoursOf, presenceOf } from "./internal/engine-input";
import { uuids } from "./internal/house";

/** One of my lines, with what I should know of whom I serve. */
export type MyWork = CalendarEntry & MyFacts;

type MyFacts = {
  /** Of all of the booking: its steps go by it. */
  bookingEndsAt: string;
  customerId: string;
  /** Whose number it is, when somebody else was named: what is known is of them. */
  knownAs: string | null;
  allergies: string;
  notes: string;
  /** What was said with the booking. */
  wish: string;
  addons: string[];
  /** Which chair or room, where it needs one. */
  where: string[];
};

export type MyDay = {
  date: string;
  day: Span;
  staffId: string;
  /** When I work, and when I am not there all the same. In epoch minutes, as in the calendar. */
  windows: Span[];
  breaks: Span[];
  off: Span[];
  work: MyWork[];
  kept: CalendarKept[];
  blocks: CalendarBlock[];
  position: string;
};

/** All that one person has to do on a local date, whatever else the house does then. */
export async function readMyDay(scope: Scope, staffId: string, date: string): Promise<MyDay> {
  const head = await headOf(scope);
  const house = await houseFrom(scope, date);
  const dates = { from: date, to: date };
  const day = dayOf(date, house.timeZone);
  const [entries, kept, blocks] = await Promise.all([
    entriesIn(scope, day, staffId),
    keptIn(scope, day, staffId),
    blocksIn(scope, day, staffId),
  ]);
  const facts = await factsOf(scope, entries);
  const person = house.staff.find(({ id }) => id === staffId);
  const presence = person && presenceOf(house, person, dates, businessHoursOf(house, dates));
  const inside = (spans: readonly Span[] = []) => unite(spans).filter(({ from, to }) => from < day.to && to > day.from);
  return {
    date,
    day,
    staffId,
    windows: inside(presence?.shifts),
    breaks: inside(presence?.breaks),
    off: inside(presence?.off),
    work: entries.flatMap((entry) => {
      const more = facts.get(entry.id);
      return more ? { ...entry, ...more } : [];
    }),
    kept,
    blocks,
    position: writePosition(head),
  };
}

async function factsOf(scope: Scope, entries: readonly CalendarEntry[]): Promise<Map<string, MyFacts>> {
  const rows = await scope.tx.execute<MyFacts & { id: string }>(sql`
    select l.id, to_char(b.ends_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "bookingEndsAt",
      c.id as "customerId", case when b.booked_as->>'name' <> c.name then c.name end as "knownAs", c.allergies, c.notes, b.notes as wish,
      (select coalesce(json_agg(a->>'name'), '[]') from jsonb_array_elements(l.addons) a) as addons,
      (select coalesce(json_agg(distinct r.name), '[]') from occupancies o
        join resources r on r.tenant_id = o.tenant_id and r.id = o.resource_id
        where o.tenant_id = l.tenant_id and o.booking_line_id = l.id) as "where"
    from booking_lines l
    join bookings b on b.tenant_id = l.tenant_id and b.id = l.booking_id
    join customers c on c.tenant_id = b.tenant_id and c.id = b.customer_id
    where l.tenant_id = ${scope.tenantId} and l.id = any(${uuids(entries.map(({ id }) => id))})`);
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}
