import { and, desc, eq, sql } from "drizzle-orm";
import { type BookingStatus, type BookingStep, bookingChanges, bookings, type PlaceInTime } from "@/db/schema/bookings";
import { recordAudit } from "@/lib/auth/audit";
import type { DomainEvent } from "@/lib/events/catalogue";
import { planDue } from "@/lib/events/plan-due";
import { recordEvent } from "@/lib/events/record-event";
import { notificationOf } from "@/lib/notifications/create-notification";
import { newId } from "@/lib/platform/ids";
import { insertTogether } from "@/lib/platform/insert-together";
import type { Scope } from "@/lib/tenancy/scope";
import { undoGraceMs, undoMs } from "../rules";
import type { LockedBooking } from "./lock-booking";

const eventNames = {
  accept: "booking.confirmed",
  decline: "booking.rejected",
  confirm: "booking.confirmed",
  release: "booking.released",
  expire: "booking.expired",
  cancel: "booking.cancelled",
  check_in: "booking.arrived",
  start: "booking.started",
  complete: "booking.completed",
  miss: "booking.missed",
  move: "booking.moved",
  ask: "booking.asked",
  undo: "booking.restored",
  extend: "booking.extended",
  propose: "booking.proposed",
  agree: "booking.agreed",
  disagree: "booking.disagreed",
} as const satisfies Record<BookingStep, string>;

/** What the customer hears of; the rest they see for themselves. */
const told: ReadonlySet<BookingStep> = new Set<BookingStep>([
  "accept",
  "decline",
  "confirm",
  "release",
  "expire",
  "cancel",
  "move",
  "ask",
  "propose",
  "agree",
]);

export type Change = {
  move: BookingStep;
  to: BookingStatus;
  at: Date;
  reason: string;
  before?: PlaceInTime;
  undoes?: string;
  /** It lies over something else now. */
  overbooked?: boolean;
  /** Where it was, when it was put elsewhere. */
  wasAt?: string;
};

/** Writes the new status and the step that led there, and says so to the house at once and to the customer a little later. */
export async function writeChange(scope: Scope, booking: LockedBooking, change: Change): Promise<string> {
  const { actor, tenantId } = scope;
  const id = newId();
  const { move, to, at, reason } = change;
  await Promise.all([
    scope.tx
      .update(bookings)
      .set({ status: to })
      .where(and(eq(bookings.tenantId, tenantId), eq(bookings.id, booking.id))),
    scope.tx.insert(bookingChanges).values({
      tenantId,
      id,
      bookingId: booking.id,
      move,
      fromStatus: booking.status,
      toStatus: to,
      byKind: actor.kind === "member" || actor.kind === "system" ? actor.kind : "customer",
      byUserId: actor.kind === "member" ? actor.userId : null,
      before: change.before ?? null,
      undoes: change.undoes ?? null,
      reason,
      createdAt: at,
    }),
  ]);
  const event = eventOf(booking, change);
  const byHouse = actor.kind === "member";
  // What the house does itself it need not read about.
  if (!byHouse)
    await insertTogether(scope, [
      notificationOf(scope, event, { customerName: booking.customerName, timeZone: booking.timeZone }),
    ]);
  await recordAudit(scope, {
    action: eventNames[move],
    entity: "booking",
    entityId: booking.id,
    before: { status: booking.status, ...(change.before ? { startsAt: change.before.startsAt } : {}) },
    after: {
      status: to,
      ...(change.before || move === "undo" ? { startsAt: booking.startsAt } : {}),
      ...(change.overbooked ? { overbooked: true, reason } : {}),
    },
  });
  if (told.has(move)) {
    const wait = byHouse ? undoMs + undoGraceMs : 0;
    await planDue(scope, { kind: "tell_customer", at: new Date(at.getTime() + wait), payload: { changeId: id } });
  }
  recordEvent(scope, event);
  return id;
}

const eventOf = (booking: LockedBooking, { move, to, wasAt }: Pick<Change, "move" | "to" | "wasAt">): DomainEvent => ({
  name: eventNames[move],
  bookingId: booking.id,
  customerId: booking.customerId,
  staffIds: booking.staffIds,
  services: booking.services,
  startsAt: booking.startsAt,
  status: to,
  was: booking.status,
  by: booking.mover,
  ...(wasAt ? { wasAt } : {}),
});

export type PastChange = {
  id: string;
  move: BookingStep;
  from: BookingStatus;
  to: BookingStatus;
  at: Date;
  userId: string | null;
  before: PlaceInTime | null;
};

export async function lastChange(scope: Scope, bookingId: string): Promise<PastChange | undefined> {
  const [last] = await scope.tx
    .select({
      id: bookingChanges.id,
      move: bookingChanges.move,
      from: bookingChanges.fromStatus,
      to: bookingChanges.toStatus,
      at: bookingChanges.createdAt,
      userId: bookingChanges.byUserId,
      before: bookingChanges.before,
    })
    .from(bookingChanges)
    .where(and(eq(bookingChanges.tenantId, scope.tenantId), eq(bookingChanges.bookingId, bookingId)))
    .orderBy(desc(bookingChanges.createdAt), desc(bookingChanges.id))
    .limit(1);
  return last;
}

/** The newest change that the customer hears of and nobody has taken back. */
export async function lastStanding(
  scope: Scope,
  bookingId: string,
): Promise<{ id: string; move: BookingStep } | undefined> {
  const [standing] = await scope.tx.execute<{ id: string; move: BookingStep }>(sql`
    select h.id, h.move from booking_changes h
    where h.tenant_id = ${scope.tenantId} and h.booking_id = ${bookingId} and h.move in ${[...told]}
      and not exists (select 1 from booking_changes undo
        where undo.tenant_id = h.tenant_id and undo.booking_id = h.booking_id and undo.undoes = h.id)
    order by h.created_at desc, h.id desc limit 1`);
  return standing;
}
