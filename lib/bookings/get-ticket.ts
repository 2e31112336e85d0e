import { sql } from "drizzle-orm";
import type { BookingStatus } from "@/db/schema/bookings";
import type { CancellationTerms } from "@/db/schema/tenants";
import { now } from "@/lib/platform/clock";
import { findTenant, type PublicTenant } from "@/lib/tenancy/doors/find-tenant";
import { tenantOfToken } from "@/lib/tenancy/doors/tenant-of-token";
import type { Scope } from "@/lib/tenancy/scope";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { bookingToken } from "./booking-token";
import { type AskedToMove, askedToMove, notTakenBack } from "./internal/asked";
import { type BookingFee, feeFor, wasPromised } from "./internal/fees";
import { type Proposal, proposalsFor } from "./internal/proposals";
import { hasLink } from "./open-link";

export type Ticket = {
  id: string;
  reference: string;
  status: BookingStatus;
  startsAt: string;
  endsAt: string;
  lines: {
    serviceId: string;
    staffId: string;
    serviceName: string;
    staffName: string;
    startsAt: string;
    priceMinor: number;
  }[];
  totalMinor: number;
  currency: string;
  bookedName: string;
  /** Steps it has made so far, and the moment of the last one: by them a calendar knows the newer of two. */
  steps: number;
  changedAt: string;
  /** Until when a request waits or time is held. */
  expiresAt: string | null;
  /** What is paid before it is promised, and whether it has been; null for nothing. */
  depositMinor: number | null;
  deposit: "due" | "paid" | "waived" | null;
  /** What was accepted about cancelling, and until when it costs nothing. */
  terms: CancellationTerms | null;
  freeUntil: string | null;
  /** When it was before it came to stand where it does. */
  movedFrom: string | null;
  /** The house has said yes to it once: cancelling it may cost what was accepted. */
  promised: boolean;
  fee: BookingFee | null;
  /** The house asks for another time. */
  asked: AskedToMove | null;
  proposals: Proposal[];
  /** The other dates to come of a visit that comes round. */
  others: { startsAt: string; token: string }[];
  tenant: PublicTenant;
};

/**
 * What the holder of a booking's link may see: the booking as it was made, nothing else of the customer. Null also for
 * one whose link has run out.
 */
export async function getTicket(token: string): Promise<Ticket | null> {
  const owner = await tenantOfToken(token);
  if (owner?.kind !== "booking") return null;
  return readTenant(owner.tenantId, { kind: "public", via: "page" }, async (scope) => {
    const [row] = await scope.tx.execute<{ ticket: string; slug: string }>(sql`
      select t.slug, json_build_object(
        'reference', b.reference, 'status', b.status, 'startsAt', b.starts_at, 'endsAt', b.ends_at,
        'totalMinor', b.total_minor, 'currency', b.currency, 'bookedName', b.booked_as->>'name',
        'steps', (select count(*) from booking_changes h where h.tenant_id = b.tenant_id and h.booking_id = b.id),
        'changedAt', coalesce((select max(h.created_at) from booking_changes h
          where h.tenant_id = b.tenant_id and h.booking_id = b.id), b.created_at),
        'movedFrom', (select h.before->>'startsAt' from booking_changes h
          where h.tenant_id = b.tenant_id and h.booking_id = b.id and h.move in ('move', 'agree')
            and (h.before->>'startsAt')::timestamptz <> b.starts_at and ${notTakenBack()}
          order by h.created_at desc, h.id desc limit 1),
        'expiresAt', b.expires_at, 'depositMinor', b.deposit_minor, 'deposit', b.deposit, 'terms', b.terms, 'freeUntil', b.free_until, 'promised', ${wasPromised()},
        'lines', (select json_agg(json_build_object('serviceId', l.service_id, 'staffId', l.staff_id, 'serviceName', l.service_name, 'staffName', p.name,
            'startsAt', l.starts_at, 'priceMinor', l.price_minor) order by l.position)
          from booking_lines l join staff p on p.tenant_id = l.tenant_id and p.id = l.staff_id
          where l.tenant_id = b.tenant_id and l.booking_id = b.id)
      )::text as ticket
      from bookings b join tenants t on t.id = b.tenant_id
      where b.tenant_id = ${scope.tenantId} and b.id = ${owner.subjectId}
        and ${hasLink()}`);
    if (!row) return null;
    const [tenant, fee, asked, proposals, others] = await Promise.all([
      findTenant(row.slug),
      feeFor(scope, owner.subjectId),
      askedToMove(scope, owner.subjectId),
      proposalsFor(scope, owner.subjectId),
      othersOf(scope, owner.subjectId),
    ]);
    if (!tenant) return null;
    const ticket = JSON.parse(row.ticket) as Omit<Ticket, "tenant" | "id" | "fee" | "asked" | "proposals" | "others">;
    const iso = (at: string) => new Date(at).toISOString();
    return {
      ...ticket,
      movedFrom: ticket.movedFrom && iso(ticket.movedFrom),
      expiresAt: ticket.expiresAt && iso(ticket.expiresAt),
      freeUntil: ticket.freeUntil && iso(ticket.freeUntil),
      fee,
      asked,
      proposals,
      others,
      id: owner.subjectId,
      startsAt: iso(ticket.startsAt),
      endsAt: iso(ticket.endsAt),
      changedAt: iso(ticket.changedAt),
      lines: ticket.lines.map((line) => ({ ...line, startsAt: iso(line.startsAt) })),
      tenant,
    };
  });
}

/** Those of the same series that are still to come: one message told of all of them, and its link leads to one. */
async function othersOf(scope: Scope, bookingId: string): Promise<Ticket["others"]> {
  const rows = await scope.tx.execute<{ id: string; starts_at: string }>(sql`
    select o.id, o.starts_at from bookings b
    join bookings o on o.tenant_id = b.tenant_id and o.series_id = b.series_id and o.id <> b.id
    where b.tenant_id = ${scope.tenantId} and b.id = ${bookingId} and b.series_id is not null
      and o.customer_id = b.customer_id and o.status in ('requested', 'confirmed') and o.ends_at > ${now().toISOString()}
    order by o.starts_at`);
  return rows.map(({ id, starts_at }) => ({ startsAt: new Date(starts_at).toISOString(), token: bookingToken(id) }));
}
