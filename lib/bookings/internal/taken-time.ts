import { type SQL, sql } from "drizzle-orm";
import type { InLane } from "@/lib/availability/lanes";
import type { Busy } from "@/lib/availability/visit";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import { uuids } from "./house";
import { longestOverrunMs, overruns } from "./overruns";

/** What of the people and resources asked about is taken. */
export type TakenTime = {
  staff: Map<string, Busy[]>;
  /** Seats of classes by person, units by resource: who sits where. */
  lanes: Map<string, InLane[]>;
  /** Holds that have run out and still stand in the way of the constraint. */
  expired: string[];
};

export const nothingTaken: TakenTime = { staff: new Map(), lanes: new Map(), expired: [] };

/** Whose time is in nobody's way here: bookings' own, with what is proposed for them; or a visitor's own hold. */
export type But = ({ bookings: readonly string[] } | { hold: string }) & {
  /** For what goes back to where it was: it was promised before whoever is at work took longer. */
  overruns?: "let";
};

/** One statement. Expired holds are free, whether cleaned up or not. */
export async function loadTaken(
  scope: Scope,
  { staffIds, resourceIds }: { staffIds: readonly string[]; resourceIds: readonly string[] },
  from: Date,
  to: Date,
  but?: But,
): Promise<TakenTime> {
  const others = but ? exceptOf(but) : sql``;
  const rows = (owner: SQL, ids: readonly string[]) => sql`
    select ${owner} as owner_id, ${columns}
    from occupancies o
    where o.tenant_id = ${scope.tenantId} and o.active and ${owner} = any(${uuids(ids)})
      and o.ends_at > ${from.toISOString()} and o.span && tstzrange(${from.toISOString()}, ${to.toISOString()}) ${others}
    group by ${owner}`;
  const staff = rows(sql.raw("o.staff_id"), staffIds);
  // Whoever runs over does so now: days to come need not ask.
  const ask = but?.overruns !== "let" && from.getTime() < now().getTime() + longestOverrunMs;
  const longer = ask ? sql` union all ${overruns(scope, staffIds, but)}` : sql``;
  const units = rows(sql.raw("o.resource_id"), resourceIds);
  const owners = await scope.tx.execute<Row>(
    resourceIds.length > 0 ? sql`${staff}${longer} union all ${units}` : sql`${staff}${longer}`,
  );
  const taken: TakenTime = { staff: new Map(), lanes: new Map(), expired: [] };
  for (const row of owners) enter(taken, row, resourceIds.includes(row.owner_id));
  return taken;
}

const exceptOf = (but: But): SQL =>
  "hold" in but
    ? sql`and not exists (select 1 from holds h
        where h.tenant_id = o.tenant_id and h.id = o.hold_id and h.id = ${but.hold}::uuid and h.visitor is not null)`
    : sql`and not exists (select 1 from booking_lines l
        where l.tenant_id = o.tenant_id and l.id = o.booking_line_id and l.booking_id = any(${uuids(but.bookings)}))
      and not exists (select 1 from holds h
        where h.tenant_id = o.tenant_id and h.id = o.hold_id and h.booking_id = any(${uuids(but.bookings)}))`;

type Row = Record<"owner_id" | "begins" | "ends" | "before" | "after" | "named", string>;

/** A row for each owner, and lists in the text form of arrays: thousands of small rows cost more on the way than to find. */
const columns = sql.raw(`
  array_agg((date_part('epoch', lower(o.span)) / 60)::int)::text as begins,
  array_agg(ceil(date_part('epoch', o.ends_at) / 60)::int)::text as ends,
  array_agg(o.buffer_before_minutes)::text as before, array_agg(o.buffer_after_minutes)::text as after,
  array_agg(case when o.seat_of is not null or o.resource_id is not null or o.expires_at is not null then
    concat_ws('/', lower(o.lanes), o.id, coalesce(o.seat_of::text, ''), date_part('epoch', o.expires_at)) end)::text as named`);

const listOf = (array: string): string[] => array.slice(1, -1).split(",");

/** Only seats, units and holds that have run out are ever named again: the others have no lane and no id. */
function enter(taken: TakenTime, row: Row, isUnit: boolean): void {
  const [begins, ends, befores, afters] = [row.begins, row.ends, row.before, row.after].map((list) =>
    listOf(list).map(Number),
  ) as [number[], number[], number[], number[]];
  for (const [at, name] of listOf(row.named).entries()) {
    const [lane, id, seatOf, expires] = name === "NULL" ? [] : name.split("/");
    if (id && expires && Number(expires) * 1000 <= now().getTime()) {
      taken.expired.push(id);
      continue;
    }
    const span = { from: begins[at]!, to: ends[at]! };
    const owner = row.owner_id;
    if (!isUnit) {
      add(taken.staff, owner, { ...span, before: befores[at]!, after: afters[at]!, seatOf: seatOf || undefined });
    }
    if (id && (isUnit || seatOf)) {
      add(taken.lanes, seatOf ? seatsOf(owner, seatOf) : owner, { ...span, id, lane: Number(lane) });
    }
  }
}

/** Where the seats of a person's class stand among the lanes. */
export const seatsOf = (staffId: string, serviceId: string): string => `${staffId} ${serviceId}`;

function add<T>(map: Map<string, T[]>, key: string, one: T): void {
  const list = map.get(key);
  if (list) list.push(one);
  else map.set(key, [one]);
}
