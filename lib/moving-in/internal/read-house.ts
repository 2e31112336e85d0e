import { sql } from "drizzle-orm";
import type { Segment } from "@/db/schema/services";
import { type Diary, takeTime } from "./place";
import type { Move } from "./tally";

export type Service = { id: string; name: string; minutes: number; priceMinor: number; segments: Segment[] };
export type House = {
  services: ReadonlyMap<string, Service>;
  staffNames: ReadonlyMap<string, string>;
  /** Who can be booked, in order. */
  atWork: readonly string[];
  customerNames: ReadonlyMap<string, string>;
  /** Whoever was put away, erased or merged here. */
  gone: ReadonlySet<string>;
  references: Set<string>;
};

/** What bookings and visits name, as it stands here by now. */
export async function readHouse({ scope }: Move): Promise<House> {
  const { tx, tenantId } = scope;
  const offered = await tx.execute<Omit<Service, "priceMinor"> & { priceMinor: string }>(sql`
    select id, name, duration_minutes as minutes, price_minor as "priceMinor", segments from services where tenant_id = ${tenantId}`);
  const people = await tx.execute<{ id: string; name: string; works: boolean }>(sql`
    select id, name, active and archived_at is null as works from staff where tenant_id = ${tenantId} order by position, id`);
  const known = await tx.execute<{ id: string; name: string; gone: boolean }>(sql`
    select id, name, archived_at is not null as gone from customers where tenant_id = ${tenantId}`);
  const taken = await tx.execute<{ reference: string }>(
    sql`select reference from bookings where tenant_id = ${tenantId}`,
  );
  return {
    services: new Map(offered.map((one) => [one.id, { ...one, priceMinor: Number(one.priceMinor) }])),
    staffNames: new Map(people.map(({ id, name }) => [id, name])),
    atWork: people.flatMap(({ id, works }) => (works ? [id] : [])),
    customerNames: new Map(known.map(({ id, name }) => [id, name])),
    gone: new Set(known.flatMap(({ id, gone }) => (gone ? [id] : []))),
    references: new Set(taken.map(({ reference }) => reference)),
  };
}

/** What people have already, but for what lies over something anyway. */
export async function diaryOf({ scope }: Move): Promise<Diary> {
  const rows = await scope.tx.execute<{ staffId: string; from: string; to: string }>(sql`
    select staff_id as "staffId", lower(span) as from, upper(span) as to from occupancies
    where tenant_id = ${scope.tenantId} and active and staff_id is not null and source <> 'overbooking' order by lower(span)`);
  const diary: Diary = new Map();
  for (const { staffId, from, to } of rows)
    takeTime(diary, staffId, { from: new Date(from).getTime(), to: new Date(to).getTime() });
  return diary;
}
