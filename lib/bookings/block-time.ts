import { sql } from "drizzle-orm";
import { isOverlap } from "@/db/errors";
import { blocks } from "@/db/schema/bookings";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { insertTogether, rowsOf } from "@/lib/platform/insert-together";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { timeOffWords } from "@/lib/staff/time-off-words";
import { ownStaffOnly } from "@/lib/tenancy/own";
import type { Scope } from "@/lib/tenancy/scope";
import type { BlockTimeInput } from "./input";
import { lockTime, makeRoom, spanOf } from "./take-time";

export type Blocked = { id: string; startsAt: string; endsAt: string };
export type BlockRefusal =
  | { refusal: "unknown_staff" }
  | { refusal: "is_over" }
  /** `by`: what lies there, in words. */
  | { refusal: "time_taken"; by: string };

/**
 * Somebody keeps time of theirs for something else than customers. It takes the time as a booking does, under the same
 * constraint; what is kept free around a booking nearby is theirs to give up.
 */
export async function blockTime(scope: Scope, wish: BlockTimeInput): Promise<Result<Blocked, BlockRefusal>> {
  const person = await personOf(scope, wish);
  if (!person) return refuse("unknown_staff");
  const { startsAt } = wish;
  const endsAt = new Date(startsAt.getTime() + wish.minutes * 60_000);
  if (endsAt <= now()) return refuse("is_over");
  await lockTime(scope, [], person.id);
  const there = await takenIn(scope, person.id, startsAt, endsAt);
  const [first] = there.filter(({ expired }) => !expired);
  if (first) return refuse("time_taken", { by: wordsOf(first, person.timeZone) });
  const { reason } = wish;
  const block = { id: newId(), staffId: person.id, startsAt, endsAt };
  const byUserId = scope.actor.kind === "member" ? scope.actor.userId : null;
  const row = { ...block, tenantId: scope.tenantId, reason, byUserId, createdAt: now() };
  try {
    await scope.tx.transaction(async (savepoint) => {
      const inside = { ...scope, tx: savepoint } as Scope;
      await makeRoom(inside, { moved: [], expired: there.map(({ id }) => id) });
      await insertTogether(inside, [rowsOf(blocks, [row]), spanOf(inside, block)]);
    });
  } catch (error) {
    if (isOverlap(error)) return refuse("time_taken", { by: "Something else" });
    throw error;
  }
  const span = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
  recordEvent(scope, { name: "time.blocked", blockId: block.id, staffId: person.id, ...span });
  await recordAudit(scope, {
    action: "time.blocked",
    entity: "staff",
    entityId: person.id,
    personId: person.id,
    after: { time: timeOffWords(span.startsAt, span.endsAt, person.timeZone), reason },
  });
  return ok({ id: block.id, ...span });
}

/** Whose time it is: staff block their own, and nobody else is there for them. */
async function personOf(scope: Scope, { staffId }: BlockTimeInput) {
  const { actor, tenantId, tx } = scope;
  const own = ownStaffOnly(actor);
  const asked = staffId ?? (actor.kind === "member" ? actor.staffId : null);
  if (!asked || (own && asked !== own)) return null;
  const [person] = await tx.execute<{ id: string; timeZone: string }>(sql`
    select s.id, t.time_zone as "timeZone" from staff s join tenants t on t.id = s.tenant_id
    where s.tenant_id = ${tenantId} and s.id = ${asked} and s.archived_at is null`);
  return person ?? null;
}

type Taken = {
  id: string;
  source: "booking" | "hold" | "block" | "overbooking";
  from: string;
  to: string;
  /** Kept for somebody, and no longer. */
  expired: boolean;
  service: string | null;
  customer: string | null;
};

/** Also what is overbooked: the constraint leaves it out, but somebody is served then. */
const takenIn = ({ tx, tenantId }: Scope, staffId: string, from: Date, to: Date) =>
  tx.execute<Taken>(sql`
    select o.id, o.source, lower(o.span) as "from", upper(o.span) as "to", l.service_name as service,
      b.booked_as->>'name' as customer, coalesce(o.expires_at <= ${now().toISOString()}, false) as expired
    from occupancies o
    left join booking_lines l on l.tenant_id = o.tenant_id and l.id = o.booking_line_id
    left join bookings b on b.tenant_id = l.tenant_id and b.id = l.booking_id
    where o.tenant_id = ${tenantId} and o.staff_id = ${staffId} and o.active and o.ends_at > ${from.toISOString()}
      and o.span && tstzrange(${from.toISOString()}, ${to.toISOString()})
    order by lower(o.span), o.id`);

function wordsOf({ source, service, customer, from, to }: Taken, timeZone: string): string {
  const when = timeOffWords(new Date(from).toISOString(), new Date(to).toISOString(), timeZone);
  if (source === "block") return `Another block, ${when},`;
  return service ? `${service} for ${customer}, ${when},` : `A time that somebody is booking, ${when},`;
}
