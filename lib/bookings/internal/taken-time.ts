import { type SQL, sql } from "drizzle-orm";
import type { InLane } from "@/lib/availability/lanes";
import type { Busy } from "@/lib/availability/visit";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import { uuids } from "./house";

/** A row of time already taken, of a person or a resource, in epoch minutes. */
type Occupancy = Busy & InLane & { ownerId: string; expired: boolean };

/** What of the people and resources asked about is taken. */
export type TakenTime = {
  staff: Map<string, Busy[]>;
  /** Seats of classes by person, units by resource: who sits where. */
  lanes: Map<string, InLane[]>;
  /** Holds that have run out and still stand in the way of the constraint. */
  expired: string[];
};

export const nothingTaken: TakenTime = { staff: new Map(), lanes: new Map(), expired: [] };

type Row = {
  id: string;
  owner_id: string;
  from: number;
  to: number;
  before: number;
  after: number;
  lane: number;
  seat_of: string | null;
  expired: boolean;
};

/** One statement. Expired holds are free, whether cleaned up or not. */
export async function loadTaken(
  scope: Scope,
  who: { staffIds: readonly string[]; resourceIds: readonly string[] },
  from: Date,
  to: Date,
): Promise<TakenTime> {
  const rows = (owner: SQL, ids: readonly string[]) => sql`
    select o.id, ${owner} as owner_id, floor(extract(epoch from lower(span)) / 60)::int as from,
      ceil(extract(epoch from upper(span)) / 60)::int as to,
      buffer_before_minutes as before, buffer_after_minutes as after, lower(lanes) as lane, seat_of,
      coalesce(expires_at <= ${now().toISOString()}, false) as expired
    from unnest(${uuids(ids)}) as wanted (id) join occupancies o on ${owner} = wanted.id
    where o.tenant_id = ${scope.tenantId} and o.active and ${ids.length > 0}
      and o.span && tstzrange(${from.toISOString()}, ${to.toISOString()})`;
  const staff = rows(sql.raw("o.staff_id"), who.staffIds);
  const units = rows(sql.raw("o.resource_id"), who.resourceIds);
  const found = await scope.tx.execute<Row>(who.resourceIds.length > 0 ? sql`${staff} union all ${units}` : staff);
  return sorted(
    found.map(({ owner_id, seat_of, ...row }) => ({ ...row, ownerId: owner_id, seatOf: seat_of ?? undefined })),
    new Set(who.resourceIds),
  );
}

function sorted(rows: Occupancy[], resourceIds: ReadonlySet<string>): TakenTime {
  const taken: TakenTime = { staff: new Map(), lanes: new Map(), expired: [] };
  for (const row of rows) {
    const isUnit = resourceIds.has(row.ownerId);
    if (row.expired) taken.expired.push(row.id);
    else if (isUnit) add(taken.lanes, row.ownerId, row);
    else add(taken.staff, row.ownerId, row);
    if (!row.expired && row.seatOf) add(taken.lanes, seatsOf(row.ownerId, row.seatOf), row);
  }
  return taken;
}

/** Where the seats of a person's class stand among the lanes. */
export const seatsOf = (staffId: string, serviceId: string): string => `${staffId} ${serviceId}`;

function add<T>(map: Map<string, T[]>, key: string, one: T): void {
  const list = map.get(key);
  if (list) list.push(one);
  else map.set(key, [one]);
}
