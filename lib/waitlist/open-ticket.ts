import { sql } from "drizzle-orm";
import type { TicketStatus } from "@/db/schema/waiting";
import { bookingToken } from "@/lib/bookings/booking-token";
import { type StartToday, startsInTurn } from "@/lib/bookings/starts-in-turn";
import { findTenant, type PublicTenant } from "@/lib/tenancy/doors/find-tenant";
import { tenantOfToken } from "@/lib/tenancy/doors/tenant-of-token";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { listTurns, localToday } from "./list-turns";

/** Somebody before, by their number alone: who it is is nobody else's business. */
export type Before = { number: number; isCalled: boolean; start: StartToday | null };

export type OpenTicket = {
  tenant: PublicTenant;
  number: number;
  status: TicketStatus;
  /** The queue of a day ends with it. */
  isToday: boolean;
  serviceName: string;
  staffName: string | null;
  calledTo: string | null;
  skips: number;
  /** Those who come first, in order. */
  before: Before[];
  start: StartToday | null;
  /** The page of the booking that it became. */
  bookingToken: string | null;
};

type Row = Omit<OpenTicket, "tenant" | "before" | "start" | "bookingToken"> & {
  slug: string;
  bookingId: string | null;
};

/** Whose ticket a link is; null for none. */
export async function ticketOf(token: string): Promise<{ tenantId: string; ticketId: string } | null> {
  const owner = await tenantOfToken(token);
  return owner?.kind === "ticket" ? { tenantId: owner.tenantId, ticketId: owner.subjectId } : null;
}

/** What the holder of a ticket sees: their place, how long it takes, and what that is reckoned from. */
export async function openTicket(token: string): Promise<OpenTicket | null> {
  const found = await ticketOf(token);
  if (!found) return null;
  const { tenantId, ticketId } = found;
  return readTenant(tenantId, { kind: "public", via: "page" }, async (scope) => {
    const [row] = await scope.tx.execute<Row>(sql`
      select t.slug, q.number, q.status, q.day = ${localToday(scope)} as "isToday", s.name as "serviceName",
        p.name as "staffName", to_staff.name as "calledTo", q.skips, q.booking_id as "bookingId"
      from queue_tickets q
      join tenants t on t.id = q.tenant_id
      join services s on s.tenant_id = q.tenant_id and s.id = q.service_id
      left join staff p on p.tenant_id = q.tenant_id and p.id = q.staff_id
      left join staff to_staff on to_staff.tenant_id = q.tenant_id and to_staff.id = q.called_to
      where q.tenant_id = ${tenantId} and q.id = ${ticketId}`);
    const tenant = row && (await findTenant(row.slug));
    if (!tenant) return null;
    const { slug: _, bookingId, ...ticket } = row;
    const opened = { ...ticket, tenant, bookingToken: bookingId && bookingToken(bookingId) };
    const waits = ticket.isToday && (ticket.status === "waiting" || ticket.status === "called");
    if (!waits) return { ...opened, before: [], start: null };
    const turns = await listTurns(scope);
    const { inTurn } = await startsInTurn(scope, turns);
    const own = turns.findIndex(({ id }) => id === ticketId);
    const before = turns
      .slice(0, own)
      .map(({ number, isCalled }, at) => ({ number, isCalled, start: inTurn[at] ?? null }));
    return { ...opened, before, start: inTurn[own] ?? null };
  });
}
