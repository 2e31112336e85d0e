import { sql } from "drizzle-orm";
import type { TicketStatus } from "@/db/schema/waiting";
import { isHouse } from "@/lib/auth/actor-may";
import { startsInTurn } from "@/lib/bookings/starts-in-turn";
import { bookWalkIn } from "@/lib/bookings/walk-in";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import type { TurnInput } from "./input";
import { type LockedTicket, ticketAt, writeStep } from "./internal/ticket";
import { listTurns, localToday, type Turn } from "./list-turns";
import { type TurnStep, turnSteps } from "./rules";
import { lockQueue } from "./take-ticket";

export type Turned = { id: string; stepId: string; status: TicketStatus; bookingId: string | null };
export type TurnRefusal =
  | { refusal: "unknown_ticket" }
  | { refusal: "moved_on"; status: TicketStatus }
  | { refusal: "not_yours" }
  /** The queue of a day ends with it. */
  | { refusal: "day_over" }
  | { refusal: "not_open" }
  /** Who would do it is at work: from when somebody is free, or null for not today. */
  | { refusal: "nobody_free"; from: string | null };

/** One step of somebody's turn (rules.ts), and the line in the log of turns. */
export async function changeTurn(
  scope: Scope,
  { id, step, from }: TurnInput & { id: string },
): Promise<Result<Turned, TurnRefusal>> {
  const rule = turnSteps[step];
  const isDesk = isHouse(scope.actor);
  if (rule.by !== "both" && (rule.by === "desk") !== isDesk) return refuse("not_yours");
  await lockQueue(scope);
  const ticket = await ticketAt(scope, id);
  if (!ticket) return refuse("unknown_ticket");
  if (ticket.status !== from || !rule.from.includes(from)) return refuse("moved_on", { status: ticket.status });
  if (!ticket.isToday && step !== "leave" && step !== "remove") return refuse("day_over");
  const is = await next(scope, ticket, step);
  if (!is.ok) return is;
  const stepId = await writeStep(scope, ticket, step, is.value);
  recordEvent(scope, {
    name: eventOf[step],
    ticketId: id,
    number: ticket.number,
    customerId: ticket.customerId,
    by: isDesk ? "desk" : "customer",
  });
  return ok({ id, stepId, status: is.value.status, bookingId: is.value.bookingId ?? null });
}

const eventOf = {
  call: "ticket.called",
  recall: "ticket.called",
  skip: "ticket.skipped",
  serve: "ticket.served",
  leave: "ticket.left",
  remove: "ticket.left",
} as const satisfies Record<TurnStep, string>;

type Is = Pick<LockedTicket, "status" | "turn" | "skips" | "calledTo"> & { bookingId?: string };

async function next(scope: Scope, ticket: LockedTicket, step: TurnStep): Promise<Result<Is, TurnRefusal>> {
  const { turn, skips, calledTo } = ticket;
  const status = turnSteps[step].to;
  switch (step) {
    case "call": {
      // Those who are called already go to whom they were called to.
      const called = (await listTurns(scope)).filter(({ id, isCalled }) => isCalled && id !== ticket.id);
      const start = await startFor(scope, ticket, called);
      return ok({ status, turn, skips, calledTo: start?.staffId ?? ticket.staffId });
    }
    case "recall":
      return ok({ status, turn, skips, calledTo });
    case "skip":
      return ok({ status, turn: await behindTheNext(scope, ticket), skips: skips + 1, calledTo: null });
    case "leave":
    case "remove":
      return ok({ status, turn, skips, calledTo });
    case "serve":
      return serve(scope, ticket);
  }
}

/** With whom they were called to, as far as that person is free; otherwise whoever is. */
async function startFor(scope: Scope, { serviceId, staffId, calledTo }: LockedTicket, first: readonly Turn[] = []) {
  const wishes = [calledTo ?? staffId, staffId].map((who) => ({ serviceId, staffId: who }));
  const { behind } = await startsInTurn(scope, first, wishes);
  return behind.find((start) => start?.isNow) ?? behind[1] ?? behind[0] ?? null;
}

async function serve(scope: Scope, ticket: LockedTicket): Promise<Result<Is, TurnRefusal>> {
  const start = await startFor(scope, ticket);
  if (!start?.isNow) return refuse("nobody_free", { from: start?.startsAt ?? null });
  const { serviceId, customerId, turn, skips } = ticket;
  const booked = await bookWalkIn(scope, {
    serviceId,
    staffId: start.staffId,
    startsAt: new Date(start.startsAt),
    customer: { customerId, name: "", phone: "" },
    key: undefined,
  });
  if (!booked.ok && booked.refusal === "not_open") return refuse("not_open");
  // Whoever was quicker has them now.
  if (!booked.ok) return refuse("nobody_free", { from: null });
  return ok({ status: "served", turn, skips, calledTo: start.staffId, bookingId: booked.value.id });
}

/** The turn behind whoever comes next; those farther behind move up by one. The last one stays where they are. */
async function behindTheNext(scope: Scope, ticket: LockedTicket): Promise<number> {
  const [after] = await scope.tx.execute<{ id: string; turn: number }>(sql`
    select id, turn from queue_tickets
    where tenant_id = ${scope.tenantId} and day = ${localToday(scope)} and status = 'waiting' and turn > ${ticket.turn}
    order by turn limit 1`);
  if (!after) return ticket.turn;
  await scope.tx.execute(sql`
    update queue_tickets set turn = ${ticket.turn} where tenant_id = ${scope.tenantId} and id = ${after.id}`);
  return after.turn;
}
