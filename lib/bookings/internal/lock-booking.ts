import { sql } from "drizzle-orm";
import type { BookingStatus } from "@/db/schema/bookings";
import type { CancellationTerms } from "@/db/schema/tenants";
import { isHouse } from "@/lib/auth/actor-may";
import type { Actor, Scope } from "@/lib/tenancy/scope";
import type { Mover } from "../rules";
import { ownBookings } from "./booking-items";
import { wasPromised } from "./fees";
import { uuids } from "./house";

/** A booking that nobody else changes until this transaction ends, and in what capacity it is changed here. */
export type LockedBooking = {
  id: string;
  status: BookingStatus;
  startsAt: string;
  endsAt: string;
  customerId: string;
  customerName: string;
  /** Whoever books on this number waits for who changes this booking, and the other way round. */
  phone: string | null;
  expiresAt: string | null;
  staffIds: string[];
  services: string[];
  timeZone: string;
  /** What was accepted with it. */
  totalMinor: number;
  currency: string;
  terms: CancellationTerms | null;
  freeUntil: string | null;
  /** What is paid before it is promised, and whether it has been. */
  depositMinor: number | null;
  deposit: "due" | "paid" | "waived" | null;
  /** The house has said yes to it once. */
  promised: boolean;
  createdAt: string;
  mover: Mover;
};

type Row = Record<
  | "id"
  | "starts_at"
  | "ends_at"
  | "customer_id"
  | "customer_name"
  | "time_zone"
  | "total_minor"
  | "currency"
  | "created_at",
  string
> & {
  status: BookingStatus;
  phone: string | null;
  expires_at: string | null;
  terms: CancellationTerms | null;
  free_until: string | null;
  deposit_minor: string | null;
  deposit: LockedBooking["deposit"];
  promised: boolean;
  staff_ids: string[];
  services: string[];
};

/** Null when there is none that this actor may see. */
export const lockBooking = async (scope: Scope, id: string): Promise<LockedBooking | null> =>
  (await lockBookings(scope, [id])).get(id) ?? null;

/** Nobody else changes these until this transaction ends. */
export const holdBookings = (scope: Scope, ids: readonly string[]) =>
  scope.tx.execute(sql`
    select 1 from bookings where tenant_id = ${scope.tenantId} and id = any(${uuids(ids)}) order by id for update`);

/** Those that this actor may see; in one order, so that two who lock the same ones do not wait for each other in a circle. */
export async function lockBookings(scope: Scope, ids: readonly string[]): Promise<Map<string, LockedBooking>> {
  const { actor } = scope;
  const mine = actor.kind === "customer" ? sql`and b.customer_id = ${actor.customerId}` : ownBookings(scope);
  // Alone first: what stands beside the row is read as it is once nobody else changes it any more.
  await holdBookings(scope, ids);
  const rows = await scope.tx.execute<Row>(sql`
    select b.id, b.status, b.starts_at, b.ends_at, b.expires_at, b.total_minor, b.currency, b.terms, b.free_until,
      b.deposit_minor, b.deposit,
      b.created_at, ${wasPromised()} as promised, b.customer_id, c.name as customer_name, c.phone, t.time_zone,
      (select array_agg(distinct l.staff_id) from booking_lines l
        where l.tenant_id = b.tenant_id and l.booking_id = b.id) as staff_ids,
      (select array_agg(l.service_name order by l.position) from booking_lines l
        where l.tenant_id = b.tenant_id and l.booking_id = b.id) as services
    from bookings b
    join customers c on c.tenant_id = b.tenant_id and c.id = b.customer_id
    join tenants t on t.id = b.tenant_id
    where b.tenant_id = ${scope.tenantId} and b.id = any(${uuids(ids)}) ${mine}`);
  return new Map(rows.map((row) => [row.id, lockedOf(row, actor)]));
}

function lockedOf(row: Row, actor: Actor): LockedBooking {
  return {
    id: row.id,
    status: row.status,
    startsAt: new Date(row.starts_at).toISOString(),
    endsAt: new Date(row.ends_at).toISOString(),
    customerId: row.customer_id,
    customerName: row.customer_name,
    phone: row.phone,
    expiresAt: row.expires_at && new Date(row.expires_at).toISOString(),
    staffIds: row.staff_ids,
    services: row.services,
    timeZone: row.time_zone,
    totalMinor: Number(row.total_minor),
    currency: row.currency,
    terms: row.terms,
    freeUntil: row.free_until && new Date(row.free_until).toISOString(),
    depositMinor: row.deposit_minor === null ? null : Number(row.deposit_minor),
    deposit: row.deposit,
    promised: row.promised,
    createdAt: new Date(row.created_at).toISOString(),
    mover: moverOf(actor),
  };
}

function moverOf(actor: Actor): Mover {
  if (actor.kind === "system") return "system";
  if (!isHouse(actor)) return "customer";
  return actor.kind === "member" && actor.role === "staff" ? "staff" : "desk";
}
