import { and, desc, eq, sql } from "drizzle-orm";
import { type BookingStatus, type BookingStep, bookingChanges, type PlaceInTime } from "@/db/schema/bookings";
import { isHouse } from "@/lib/auth/actor-may";
import { type Deed, recordAudits } from "@/lib/auth/audit";
import type { DomainEvent } from "@/lib/events/catalogue";
import { planDue, planDues } from "@/lib/events/plan-due";
import { recordEvent } from "@/lib/events/record-event";
import { notificationOf } from "@/lib/notifications/create-notification";
import { newId } from "@/lib/platform/ids";
import { insertTogether } from "@/lib/platform/insert-together";
import type { Scope } from "@/lib/tenancy/scope";
import { undoGraceMs, undoMs } from "../rules";
import { notTakenBack } from "./asked";
import { uuids } from "./house";
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
  resize: "booking.resized",
  ask: "booking.asked",
  keep: "booking.kept",
  undo: "booking.restored",
  extend: "booking.extended",
  propose: "booking.proposed",
  agree: "booking.agreed",
  disagree: "booking.disagreed",
  pay: "booking.paid",
} as const satisfies Record<BookingStep, string>;

/** What the customer hears of; the rest they see for themselves. */
const told: ReadonlySet<BookingStep> = new Set<BookingStep>([
  "accept",
  "decline",
  "confirm",
  "release",
  "expire",
  "cancel",
  // Most houses leave it unsaid: see lib/notifications/rules.
  "miss",
  "move",
  "ask",
  "keep",
  "propose",
  "agree",
  "pay",
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

/** A step, and the booking that takes it. */
export type Step = { booking: LockedBooking; change: Change };

/** Writes the new status and the step that led there, and says so to the house at once and to the customer a little later. */
export async function writeChange(scope: Scope, booking: LockedBooking, change: Change): Promise<string> {
  const [id] = await writeChanges(scope, [{ booking, change }]);
  return id!;
}

/**
 * For one or for many in as many statements; answers the steps' ids in their order. `together`: of one customer, who hears
 * of all of them in one message. `imported`: what came in with a file goes with it, as quietly.
 */
export async function writeChanges(
  scope: Scope,
  steps: readonly Step[],
  { together = false, imported }: { together?: boolean; imported?: { tells: boolean } } = {},
): Promise<string[]> {
  const { actor, tenantId } = scope;
  if (steps.length === 0) return [];
  const ids = steps.map(() => newId());
  const become = steps.map(({ booking, change }) => ({ id: booking.id, status: change.to }));
  await Promise.all([
    scope.tx.execute(sql`
      update bookings b set status = s.status
      from jsonb_to_recordset(${JSON.stringify(become)}::jsonb) as s (id uuid, status text)
      where b.tenant_id = ${tenantId} and b.id = s.id`),
    scope.tx.insert(bookingChanges).values(
      steps.map(({ booking, change }, n) => ({
        tenantId,
        id: ids[n]!,
        bookingId: booking.id,
        move: change.move,
        fromStatus: booking.status,
        toStatus: change.to,
        byKind: isHouse(actor)
          ? ("member" as const)
          : actor.kind === "system"
            ? ("system" as const)
            : ("customer" as const),
        byUserId: actor.kind === "member" ? actor.userId : null,
        before: change.before ?? null,
        undoes: change.undoes ?? null,
        reason: change.reason,
        createdAt: change.at,
      })),
    ),
  ]);
  const events = steps.map(({ booking, change }) => ({
    ...eventOf(booking, change),
    ...(imported ? { imported } : {}),
  }));
  const byHouse = isHouse(actor);
  const lines = steps.flatMap((step, n) => {
    const { customerName, timeZone } = step.booking;
    if (imported) return [];
    const whom = byHouse ? servingOthers(scope, step) : undefined;
    return whom?.length === 0 ? [] : [notificationOf(scope, events[n]!, { customerName, timeZone }, whom)];
  });
  if (lines.length > 0) await insertTogether(scope, lines);
  await recordAudits(scope, steps.map(deedOf));
  const wait = byHouse ? undoMs + undoGraceMs : 0;
  const toTell = steps.flatMap(({ change: { move, at } }, n) =>
    told.has(move) && (imported?.tells ?? true)
      ? [{ kind: "tell_customer" as const, at: new Date(at.getTime() + wait), payload: { changeId: ids[n]! } }]
      : [],
  );
  if (together && toTell[0])
    await planDue(scope, { kind: "tell_together", at: toTell[0].at, payload: { changeIds: ids } });
  else await planDues(scope, toTell);
  for (const event of events) recordEvent(scope, event);
  return ids;
}

/** What the house does itself it need not read about; but whoever serves reads of a visit that somebody else took or moved. */
function servingOthers({ actor }: Scope, { booking, change: { move, wasAt } }: Step): string[] {
  const goes = move === "cancel" || move === "move" || (move === "undo" && (booking.status === "cancelled" || wasAt));
  if (!goes || !isHouse(actor)) return [];
  return booking.staffIds.filter((id) => actor.kind !== "member" || id !== actor.staffId).map((id) => `staff:${id}`);
}

const deedOf = ({ booking, change }: Step): Deed => ({
  action: eventNames[change.move],
  entity: "booking",
  entityId: booking.id,
  before: { status: booking.status, ...(change.before ? { startsAt: change.before.startsAt } : {}) },
  after: {
    status: change.to,
    ...(change.before || change.move === "undo" ? { startsAt: booking.startsAt } : {}),
    ...(change.overbooked ? { overbooked: true, reason: change.reason } : {}),
  },
});

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
export const lastStanding = async (scope: Scope, bookingId: string): Promise<Standing | undefined> =>
  (await lastStandings(scope, [bookingId])).get(bookingId);

type Standing = { id: string; move: BookingStep };

/** By booking, in one statement. */
export async function lastStandings(scope: Scope, bookingIds: readonly string[]): Promise<Map<string, Standing>> {
  const standing = await scope.tx.execute<Standing & { bookingId: string }>(sql`
    select distinct on (h.booking_id) h.booking_id as "bookingId", h.id, h.move from booking_changes h
    where h.tenant_id = ${scope.tenantId} and h.booking_id = any(${uuids(bookingIds)}) and h.move in ${[...told]}
      and ${notTakenBack()}
    order by h.booking_id, h.created_at desc, h.id desc`);
  return new Map(standing.map(({ bookingId, ...last }) => [bookingId, last]));
}
