import { type SQL, sql } from "drizzle-orm";
import { anywhere, customerLike } from "@/lib/customers/customer-like";
import { now } from "@/lib/platform/clock";
import { betweenDays } from "@/lib/tenancy/between-days";
import { headOf, writePosition } from "@/lib/tenancy/head";
import { ownStaffOnly } from "@/lib/tenancy/own";
import type { Actor, Scope } from "@/lib/tenancy/scope";
import type { BookingFilters, BookingQuery } from "./input";
import { type BookingItem, bookingItems } from "./internal/booking-items";

export type BookingPage = { items: BookingItem[]; nextCursor: string | null; position: string; seq: number };

/** The desk's list, page by page: what comes soonest first, what was latest first. The last one's id is the cursor. */
export async function listBookings(scope: Scope, { limit, cursor, ...filters }: BookingQuery): Promise<BookingPage> {
  const order = filters.view === "past" ? "latest" : "soonest";
  const which = sql`${viewed(filters)} ${narrowed(scope, filters)} ${after(scope, cursor, order)}`;
  const [head, found] = await Promise.all([headOf(scope), bookingItems(scope, which, limit + 1, order)]);
  const items = found.slice(0, limit);
  return {
    items,
    nextCursor: found.length > limit ? (items.at(-1)?.id ?? null) : null,
    position: writePosition(head),
    seq: head.seq,
  };
}

/** Over `b`: held until it is paid, and not paid yet. Nothing is held beyond its start, by which the index is in order. */
export function awaitsDeposit(): SQL {
  const at = sql`${now().toISOString()}::timestamptz`;
  return sql`b.deposit = 'due' and b.status = 'held' and b.expires_at > ${at} and b.starts_at > ${at}`;
}

const soonMs = 60 * 60_000;

/** Over `b`: what is promised or asked for and begins within the hour. */
export function arrivesSoon(): SQL {
  const at = now();
  return sql`b.status in ('requested', 'confirmed') and b.starts_at >= ${at.toISOString()}::timestamptz
    and b.starts_at <= ${new Date(at.getTime() + soonMs).toISOString()}::timestamptz`;
}

/** Over `b`: it was not called off, whoever did. */
export const notCancelled = sql`b.status not in ('cancelled', 'rejected', 'expired')`;

/** Days that are named are asked for whole: then it does not matter what time it is. */
function viewed({ view, from, to, status, deposit, reference }: BookingFilters): SQL {
  if (deposit) return awaitsDeposit();
  if (view === "requests") return sql`b.status = 'requested'`;
  if (from || to || reference) return sql`true`;
  const at = sql`${now().toISOString()}::timestamptz`;
  if (view === "past") return sql`b.ends_at <= ${at}`;
  // No visit is longer than a day, and the index is in order of starts.
  // What will not be is asked for by name.
  const stands = status ? sql`` : sql`and ${notCancelled}`;
  return sql`b.ends_at > ${at} and b.starts_at > ${at} - interval '2 days' ${stands}`;
}

function narrowed({ tenantId, actor }: Scope, filters: BookingFilters): SQL {
  const { status, staff, service, customer, reference, from, to } = filters;
  const line = (which: SQL) => sql`and exists (select 1 from booking_lines l
    where l.tenant_id = b.tenant_id and l.booking_id = b.id and ${which})`;
  return sql`
    ${status ? sql`and ${statusIs(status)}` : sql``}
    ${staff ? line(sql`l.staff_id = ${staff}`) : sql``}
    ${service ? line(sql`l.service_id = ${service}`) : sql``}
    ${customer ? whose(customer, actor) : sql``}
    ${reference ? sql`and b.reference = ${reference.toUpperCase()}` : sql``}
    ${betweenDays(tenantId, sql`b.starts_at`, { from, to })}`;
}

function statusIs(status: NonNullable<BookingFilters["status"]>): SQL {
  if (status === "arriving") return arrivesSoon();
  return status === "not_cancelled" ? notCancelled : sql`b.status = ${status}`;
}

/** By name, by reference, or by the digits of a number however it is written, for those who may know numbers. */
const whose = (text: string, actor: Actor): SQL =>
  sql`and (b.reference = ${text.toUpperCase()} or b.booked_as->>'name' ilike ${anywhere(text)} or exists (
    select 1 from customers c where c.tenant_id = b.tenant_id and c.id = b.customer_id and ${customerLike(text, actor)}))`;

function after({ tenantId }: Scope, cursor: string | undefined, order: "soonest" | "latest"): SQL {
  if (!cursor) return sql``;
  const than = order === "soonest" ? sql`>` : sql`<`;
  return sql`and (b.starts_at, b.id) ${than} (
    select c.starts_at, c.id from bookings c where c.tenant_id = ${tenantId} and c.id = ${cursor})`;
}

export type BookingChoices = { staff: { id: string; name: string }[]; services: { id: string; name: string }[] };

/** What the list can be narrowed to: also who has left, and what is no longer sold. */
export async function bookingChoices({ tx, tenantId, actor }: Scope): Promise<BookingChoices> {
  // Whoever sees their own bookings only has nobody to choose from.
  if (ownStaffOnly(actor)) return { staff: [], services: [] };
  const named = (table: SQL) =>
    tx.execute<{ id: string; name: string }>(
      sql`select id, name from ${table} where tenant_id = ${tenantId} order by archived_at is not null, position, name`,
    );
  const [staff, services] = await Promise.all([named(sql`staff`), named(sql`services`)]);
  return { staff: [...staff], services: [...services] };
}
