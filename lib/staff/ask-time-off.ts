import { and, eq, sql } from "drizzle-orm";
import { type TimeOffStatus, timeOff } from "@/db/schema/hours";
import { tenants } from "@/db/schema/tenants";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { notificationOf } from "@/lib/notifications/create-notification";
import { atMinute } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { insertTogether } from "@/lib/platform/insert-together";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { ownStaffOnly } from "@/lib/tenancy/own";
import type { Scope } from "@/lib/tenancy/scope";
import { lockStaff } from "./internal/lock-staff";
import { timeOffWords } from "./time-off-words";

export type TimeOffWish = {
  staffId?: string | undefined;
  firstDay: string;
  lastDay: string;
  /** Minutes of the first and the last day; null for their beginning and end. */
  from: number | null;
  to: number | null;
  reason: string;
};

export type TimeOffRefusal = { refusal: "unknown" } | { refusal: "is_over" } | { refusal: "overlaps"; with: string };
type Answer = Promise<Result<{ id: string }, TimeOffRefusal>>;

/** Somebody asks; it takes no time before it is approved. */
export const askTimeOff = (scope: Scope, wish: TimeOffWish): Answer => keep(scope, wish, "asked");

/** The house enters it for somebody, and it holds at once. */
export const enterTimeOff = (scope: Scope, wish: TimeOffWish): Answer => keep(scope, wish, "approved");

/** When that is, on the business's clock. */
export const timeOffSpan = (
  { firstDay, lastDay, from, to }: TimeOffWish,
  timeZone: string,
): { from: Date; to: Date } => ({
  from: atMinute(firstDay, from ?? 0, timeZone),
  to: atMinute(lastDay, to ?? 1_440, timeZone),
});

/** Whom it is for: staff ask for themselves, whatever they say. */
export const timeOffStaffId = ({ actor }: Scope, { staffId }: TimeOffWish): string | null =>
  ownStaffOnly(actor) ?? staffId ?? (actor.kind === "member" ? actor.staffId : null);

async function keep(scope: Scope, wish: TimeOffWish, status: Extract<TimeOffStatus, "asked" | "approved">): Answer {
  const { tx, tenantId, actor } = scope;
  const staffId = timeOffStaffId(scope, wish);
  const person = staffId && (await lockStaff(scope, staffId));
  if (!person) return refuse("unknown");
  const [tenant] = await tx.select({ timeZone: tenants.timeZone }).from(tenants).where(eq(tenants.id, tenantId));
  const timeZone = tenant?.timeZone ?? "UTC";
  const at = now();
  const { from, to } = timeOffSpan(wish, timeZone);
  if (to <= at) return refuse("is_over");
  const span = `[${from.toISOString()},${to.toISOString()})`;
  const [there] = await tx
    .select({ from: sql<string>`lower(${timeOff.span})`, to: sql<string>`upper(${timeOff.span})` })
    .from(timeOff)
    .where(
      and(
        eq(timeOff.tenantId, tenantId),
        eq(timeOff.staffId, person.id),
        sql`${timeOff.status} in ('asked', 'approved') and ${timeOff.span} && ${span}::tstzrange`,
      ),
    )
    .limit(1);
  if (there) {
    const [since, until] = [there.from, there.to].map((iso) => new Date(iso).toISOString()) as [string, string];
    return refuse("overlaps", { with: timeOffWords(since, until, timeZone) });
  }
  const id = newId();
  const userId = actor.kind === "member" ? actor.userId : null;
  const decided = status === "approved" ? { decidedAt: at, decidedBy: userId } : {};
  await tx.insert(timeOff).values({
    tenantId,
    id,
    staffId: person.id,
    span,
    status,
    reason: wish.reason,
    askedAt: at,
    askedBy: userId,
    ...decided,
  });
  const when = timeOffWords(from.toISOString(), to.toISOString(), timeZone);
  const event = {
    name: status === "asked" ? ("timeoff.asked" as const) : ("timeoff.entered" as const),
    timeOffId: id,
    staffId: person.id,
    staffName: person.name,
    when,
  };
  recordEvent(scope, event);
  await insertTogether(scope, [notificationOf(scope, event, { customerName: null, timeZone })]);
  await recordAudit(scope, {
    action: event.name,
    entity: "staff",
    entityId: person.id,
    personId: person.id,
    after: { timeOff: when, reason: wish.reason },
  });
  return ok({ id });
}
