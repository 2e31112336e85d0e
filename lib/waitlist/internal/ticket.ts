import { sql } from "drizzle-orm";
import { queueSteps, type TicketStatus, type TicketStep } from "@/db/schema/waiting";
import { isHouse } from "@/lib/auth/actor-may";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";
import { localToday } from "../list-turns";

export type LockedTicket = {
  id: string;
  number: number;
  turn: number;
  status: TicketStatus;
  skips: number;
  calledTo: string | null;
  serviceId: string;
  staffId: string | null;
  customerId: string;
  bookingId: string | null;
  /** From 1; null for who does not wait any more. */
  place: number | null;
  isToday: boolean;
};

/** One ticket, for who holds the queue's lock. */
export async function ticketAt(scope: Scope, id: string): Promise<LockedTicket | null> {
  const [row] = await scope.tx.execute<LockedTicket>(sql`
    select q.id, q.number, q.turn, q.status, q.skips, q.called_to as "calledTo", q.service_id as "serviceId",
      q.staff_id as "staffId", q.customer_id as "customerId", q.booking_id as "bookingId",
      q.day = ${localToday(scope)} as "isToday",
      case when q.status in ('waiting', 'called') then (select count(*)::int from queue_tickets o
        where o.tenant_id = q.tenant_id and o.day = q.day and o.status in ('waiting', 'called')
          and (o.turn, o.number) <= (q.turn, q.number)) end as place
    from queue_tickets q where q.tenant_id = ${scope.tenantId} and q.id = ${id} for update of q`);
  return row ?? null;
}

type As = Pick<LockedTicket, "status" | "turn" | "skips" | "calledTo"> & { bookingId?: string };

/** The ticket as it is from now on, and the line in the log of turns. Answers the line's id. */
export async function writeStep(scope: Scope, was: LockedTicket, step: TicketStep, is: As): Promise<string> {
  const at = now().toISOString();
  const { status, turn, skips, calledTo } = was;
  const ended = is.status === "waiting" || is.status === "called" ? null : at;
  const called = is.status === "called" ? at : null;
  await scope.tx.execute(sql`
    update queue_tickets set status = ${is.status}, turn = ${is.turn}, skips = ${is.skips}, called_to = ${is.calledTo},
      called_at = ${called}, ended_at = ${ended}, booking_id = ${is.bookingId ?? was.bookingId}
    where tenant_id = ${scope.tenantId} and id = ${was.id}`);
  return logStep(scope, { ticketId: was.id, step, place: was.place, before: { status, turn, skips, calledTo } });
}

type Line = Pick<typeof queueSteps.$inferInsert, "ticketId" | "step" | "place" | "before">;

export async function logStep(scope: Scope, line: Line): Promise<string> {
  const { actor } = scope;
  const id = newId();
  const byKind = isHouse(actor) ? "member" : actor.kind === "system" ? "system" : "customer";
  const byUserId = actor.kind === "member" ? actor.userId : null;
  await scope.tx
    .insert(queueSteps)
    .values({ ...line, tenantId: scope.tenantId, id, byKind, byUserId, createdAt: now() });
  return id;
}
