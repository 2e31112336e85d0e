import { sql } from "drizzle-orm";
import { type Span, unite } from "@/lib/availability/spans";
import type { Scope } from "@/lib/tenancy/scope";
import { dayOf, houseFrom } from "./calendar";
import { businessHoursOf, type Dates, instantOf, presenceOf } from "./internal/engine-input";
import { uuids } from "./internal/house";

/** Somebody's time around some dates, in epoch minutes. */
export type StaffTime = {
  id: string;
  name: string;
  /** Minutes of the shortest service they do. */
  shortest: number;
  /** When they work, and when they are not to be had all the same: breaks, time off and what is blocked. */
  windows: Span[];
  away: Span[];
  /** Work that stands, and the same with what is kept free around it. */
  work: Span[];
  kept: Span[];
};

type Row = Record<"id" | "begins" | "ends" | "before" | "after" | "blocks", string> & { nth: number };

/** Of everybody who works here now and does something that is sold, in each of these ranges; two statements in all. */
export async function staffTime(scope: Scope, ranges: readonly Dates[]): Promise<StaffTime[][]> {
  const earliest = ranges.map(({ from }) => from).sort()[0]!;
  const house = await houseFrom(scope, earliest);
  const people = house.staff.flatMap(({ shortest, ...staff }) => (shortest === null ? [] : [{ ...staff, shortest }]));
  const spans = ranges.map(({ from, to }, nth) => {
    const [first, last] = [dayOf(from, house.timeZone).from - dayMinutes, dayOf(to, house.timeZone).to];
    return sql`(${nth}::int, ${instantOf(first).toISOString()}::timestamptz, ${instantOf(last).toISOString()}::timestamptz)`;
  });
  // No visit is longer than two days, and the index is in order of ends.
  const rows = await scope.tx.execute<Row>(sql`
    select r.nth, o.staff_id as id, array_agg((date_part('epoch', lower(o.span)) / 60)::int)::text as begins,
      array_agg(ceil(date_part('epoch', o.ends_at) / 60)::int)::text as ends,
      array_agg(o.buffer_before_minutes)::text as before, array_agg(o.buffer_after_minutes)::text as after,
      array_agg((o.source = 'block')::int)::text as blocks
    from (values ${sql.join(spans, sql`, `)}) r (nth, first, last) join occupancies o on o.tenant_id = ${scope.tenantId}
      and o.active and o.staff_id = any(${uuids(people.map(({ id }) => id))}) and o.ends_at > r.first
      and o.ends_at < r.last + interval '2 days' and lower(o.span) < r.last and o.source <> 'hold'
    group by r.nth, o.staff_id`);
  return ranges.map((dates, nth) => {
    const taken = new Map(rows.filter((row) => row.nth === nth).map((row) => [row.id, entriesOf(row)]));
    const business = businessHoursOf(house, dates);
    return people.map((staff) => {
      const { shifts, absent } = presenceOf(house, staff, dates, business);
      return { ...timeOf(taken.get(staff.id) ?? [], absent), ...staff, windows: unite(shifts) };
    });
  });
}

function timeOf(entries: readonly Entry[], absent: readonly Span[]) {
  const work = entries.filter(({ isBlock }) => !isBlock);
  return {
    away: unite([...absent, ...entries.filter(({ isBlock }) => isBlock)]),
    work: unite(work),
    kept: unite(work.map((one) => ({ from: one.from - one.before, to: one.to + one.after }))),
  };
}

/** A night of the day before may reach into the first one. */
const dayMinutes = 1_440;

const numbersOf = (array: string): number[] => array.slice(1, -1).split(",").map(Number);

type Entry = Span & { before: number; after: number; isBlock: boolean };

function entriesOf(row: Row): Entry[] {
  const [begins, ends, before, after, blocks] = [row.begins, row.ends, row.before, row.after, row.blocks].map(
    numbersOf,
  ) as [number[], number[], number[], number[], number[]];
  return begins.map((from, at) => ({
    ...{ from, to: ends[at]!, before: before[at]!, after: after[at]!, isBlock: blocks[at] === 1 },
  }));
}
