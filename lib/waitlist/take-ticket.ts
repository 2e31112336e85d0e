import { sql } from "drizzle-orm";
import { accessTokens } from "@/db/schema/requests";
import { lockTime } from "@/lib/bookings/take-time";
import { customerFor, type NotWritten } from "@/lib/customers/customer-for";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { earlierAnswer, idempotencyKey, keepAnswer } from "@/lib/platform/idempotency";
import { newId } from "@/lib/platform/ids";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import type { TakeTicketInput } from "./input";
import { isOffered } from "./internal/is-offered";
import { logStep } from "./internal/ticket";
import { localToday } from "./list-turns";
import { mostTickets } from "./rules";
import { waitTokenHash } from "./wait-tokens";

export type Taken = { id: string; number: number };
export type TicketRefusal =
  | NotWritten
  | { refusal: "unknown_service" }
  | { refusal: "unknown_staff" }
  | { refusal: "queue_full"; most: number }
  | { refusal: "key_reused" };

/** Somebody who is here waits for their turn, under the next number of the day. */
export async function takeTicket(scope: Scope, wish: TakeTicketInput): Promise<Result<Taken, TicketRefusal>> {
  const { key, ...ask } = wish;
  const idempotency = key ? idempotencyKey("queue-tickets", key, ask) : null;
  await lockQueue(scope);
  const earlier = idempotency && (await earlierAnswer<Taken>(scope, idempotency));
  if (earlier) return earlier === "other_body" ? refuse("key_reused") : ok(earlier.answer);
  const { serviceId, staffId } = ask;
  const missing = await isOffered(scope, serviceId, staffId);
  if (missing) return refuse(missing);
  const [last] = await scope.tx.execute<{ day: string; number: number; turn: number; waiting: number }>(sql`
    select ${localToday(scope)} as day, coalesce(max(q.number), 0)::int as number, coalesce(max(q.turn), 0)::int as turn,
      count(*) filter (where q.status in ('waiting', 'called'))::int as waiting
    from queue_tickets q where q.tenant_id = ${scope.tenantId} and q.day = ${localToday(scope)}`);
  const { day, number, turn, waiting } = last!;
  if (waiting >= mostTickets) return refuse("queue_full", { most: mostTickets });
  const customer = await customerFor(scope, ask.customer);
  if (!customer.ok) return customer;
  const taken: Taken = { id: newId(), number: number + 1 };
  await scope.tx.execute(sql`
    insert into queue_tickets (tenant_id, id, day, number, turn, customer_id, service_id, staff_id, created_at)
    values (${scope.tenantId}, ${taken.id}, ${day}, ${taken.number}, ${turn + 1}, ${customer.value.id}, ${serviceId},
      ${staffId ?? null}, ${now().toISOString()})`);
  await scope.tx.insert(accessTokens).values({
    hash: waitTokenHash("ticket", taken.id),
    tenantId: scope.tenantId,
    kind: "ticket",
    subjectId: taken.id,
    createdAt: now(),
  });
  const before = { status: "waiting" as const, turn: turn + 1, skips: 0, calledTo: null };
  await logStep(scope, { ticketId: taken.id, step: "take", place: waiting + 1, before });
  if (idempotency) await keepAnswer(scope, idempotency, 201, taken);
  recordEvent(scope, { name: "ticket.taken", ticketId: taken.id, number: taken.number, customerId: customer.value.id });
  return ok(taken);
}

/** One after the other: nobody gets a number twice, and turns change in one order. Before any other lock. */
export const lockQueue = (scope: Scope): Promise<void> => lockTime(scope, ["queue"], "queue");
