import { type SQL, sql } from "drizzle-orm";
import type { InLane } from "@/lib/availability/lanes";
import type { Busy } from "@/lib/availability/visit";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import { uuids } from "./house";

/** What of the people and resources asked about is taken. */
export type TakenTime = {
  staff: Map<string, Busy[]>;
  /** Seats of classes by person, units by resource: who sits where. */
  lanes: Map<string, InLane[]>;
  /** Holds that have run out and still stand in the way of the constraint. */
  expired: string[];
};

export const nothingTaken: TakenTime = { staff: new Map(), lanes: new Map(), expired: [] };

/** One statement. Expired holds are free, whether cleaned up or not; `but`: a booking that is in nobody's way, its own. */
export async function loadTaken(
  scope: Scope,
  { staffIds, resourceIds }: { staffIds: readonly string[]; resourceIds: readonly string[] },
  from: Date,
  to: Date,
  but?: string,
): Promise<TakenTime> {
  const others = but
    ? sql`and not exists (select 1 from booking_lines l
        where l.tenant_id = o.tenant_id and l.id = o.booking_line_id and l.booking_id = ${but})`
    : sql``;
  // A row for each owner and its stretches as one text: thousands of small rows cost more on the way than to find.
  const rows = (owner: SQL, ids: readonly string[]) => sql`
    select ${owner} as owner_id, string_agg(${stretch}, ';') as stretches
    from occupancies o
    where o.tenant_id = ${scope.tenantId} and o.active and ${owner} = any(${uuids(ids)})
      and o.ends_at > ${from.toISOString()} and o.span && tstzrange(${from.toISOString()}, ${to.toISOString()}) ${others}
    group by ${owner}`;
  const staff = rows(sql.raw("o.staff_id"), staffIds);
  const units = rows(sql.raw("o.resource_id"), resourceIds);
  const owners = await scope.tx.execute<{ owner_id: string; stretches: string }>(
    resourceIds.length > 0 ? sql`${staff} union all ${units}` : staff,
  );
  const taken: TakenTime = { staff: new Map(), lanes: new Map(), expired: [] };
  for (const { owner_id, stretches } of owners) {
    const isUnit = resourceIds.includes(owner_id);
    for (const text of stretches.split(";")) enter(taken, owner_id, isUnit, text.split(","));
  }
  return taken;
}

const minute = (at: string) => sql.raw(`(date_part('epoch', ${at}(o.span)) / 60)::int`);
/** Seconds are kept by nobody but the clock of a hold; only seats, units and those holds are ever named again. */
const stretch = sql`${minute("lower")} || ',' || ${minute("upper")} || ',' || o.buffer_before_minutes || ',' || o.buffer_after_minutes
  || case when o.seat_of is null and o.resource_id is null and o.expires_at is null then ''
    else ',' || lower(o.lanes) || ',' || o.id || ',' || coalesce(o.seat_of::text, '') || ','
      || coalesce(date_part('epoch', o.expires_at)::text, '') end`;

function enter(taken: TakenTime, ownerId: string, isUnit: boolean, words: string[]): void {
  const [from, to, before, after, lane] = words.map(Number) as [number, number, number, number, number];
  const [id = "", seatOf, expires] = words.slice(5);
  if (expires && Number(expires) * 1000 <= now().getTime()) {
    taken.expired.push(id);
    return;
  }
  if (!isUnit) add(taken.staff, ownerId, { from, to, before, after, seatOf: seatOf || undefined });
  if (isUnit || seatOf) add(taken.lanes, seatOf ? seatsOf(ownerId, seatOf) : ownerId, { from, to, id, lane });
}

/** Where the seats of a person's class stand among the lanes. */
export const seatsOf = (staffId: string, serviceId: string): string => `${staffId} ${serviceId}`;

function add<T>(map: Map<string, T[]>, key: string, one: T): void {
  const list = map.get(key);
  if (list) list.push(one);
  else map.set(key, [one]);
}
