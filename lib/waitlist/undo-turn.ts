import { sql } from "drizzle-orm";
import type { queueSteps, TicketStep } from "@/db/schema/waiting";
import { undoGraceMs, undoMs } from "@/lib/bookings/rules";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import type { Turned, TurnRefusal } from "./change-turn";
import { ticketAt, writeStep } from "./internal/ticket";
import { undoable } from "./rules";
import { lockQueue } from "./take-ticket";

type LastStep = {
  id: string;
  step: TicketStep;
  before: typeof queueSteps.$inferSelect.before;
  mine: boolean;
  at: string;
};

/** Takes the last step of a turn back: by who made it, for as long as a booking's can be. */
export async function undoTurn(
  scope: Scope,
  { id, stepId }: { id: string; stepId: string },
): Promise<Result<Turned, TurnRefusal | { refusal: "too_late" }>> {
  await lockQueue(scope);
  const ticket = await ticketAt(scope, id);
  if (!ticket) return refuse("unknown_ticket");
  const { actor } = scope;
  const [last] = await scope.tx.execute<LastStep>(sql`
    select s.id, s.step, s.before, s.by_user_id = ${actor.kind === "member" ? actor.userId : null} as mine,
      s.created_at as at
    from queue_steps s where s.tenant_id = ${scope.tenantId} and s.ticket_id = ${id}
    order by s.created_at desc, s.id desc limit 1`);
  if (last?.id !== stepId || !undoable.has(last.step)) return refuse("moved_on", { status: ticket.status });
  if (!last.mine) return refuse("not_yours");
  if (now().getTime() > Date.parse(last.at) + undoMs + undoGraceMs) return refuse("too_late");
  const { before } = last;
  // Whoever has moved up into that turn moves down into this one.
  if (before.turn !== ticket.turn)
    await scope.tx.execute(sql`
      update queue_tickets o set turn = ${ticket.turn} from queue_tickets q
      where q.tenant_id = ${scope.tenantId} and q.id = ${id} and o.tenant_id = q.tenant_id and o.day = q.day
        and o.id <> q.id and o.turn = ${before.turn}`);
  const undone = await writeStep(scope, ticket, "undo", before);
  const { number, customerId } = ticket;
  recordEvent(scope, { name: "ticket.restored", ticketId: id, number, customerId, by: "desk" });
  return ok({ id, stepId: undone, status: before.status, bookingId: null });
}
