import { sql } from "drizzle-orm";
import { isHouse } from "@/lib/auth/actor-may";
import { now } from "@/lib/platform/clock";
import { headOf, writePosition } from "@/lib/tenancy/head";
import { ownStaffOnly } from "@/lib/tenancy/own";
import type { Scope } from "@/lib/tenancy/scope";
import { type BookingItem, bookingItems } from "./internal/booking-items";
import { askedForMs, isLate, runsOver } from "./rules";

export type Waiting = {
  /** Were to come and have not: did they? */
  late: BookingItem[];
  over: BookingItem[];
  /** Time kept for somebody who has not said yes, or not paid; what ends soonest first. */
  held: BookingItem[];
  /** Those whose time for an answer ends soonest first. */
  requests: BookingItem[];
  /** So many ask to be away, for those who answer them. */
  timeOff: number;
  position: string;
  seq: number;
};

const most = 50;

/** What waits for a person. The one who serves answers for their own; saying yes to a request is the desk's. */
export async function listWaiting(scope: Scope): Promise<Waiting> {
  const at = now();
  const instant = (ms: number) => sql`${new Date(at.getTime() + ms).toISOString()}::timestamptz`;
  const { actor } = scope;
  const answers = isHouse(actor) && ownStaffOnly(actor) === null;
  const [head, begun, kept, [asked]] = await Promise.all([
    headOf(scope),
    bookingItems(
      scope,
      sql`b.status in ('confirmed', 'in_service') and b.starts_at <= ${instant(0)} and b.ends_at > ${instant(-askedForMs)}
        and b.starts_at > ${instant(-4 * askedForMs)}`,
      most,
    ),
    answers
      ? bookingItems(
          scope,
          sql`b.status in ('requested', 'held') and b.starts_at > ${instant(0)}
            and coalesce(b.expires_at > ${instant(0)}, true)`,
          most,
        )
      : [],
    answers
      ? scope.tx.execute<{ count: number }>(
          sql`select count(*)::int as count from time_off where tenant_id = ${scope.tenantId} and status = 'asked'`,
        )
      : [],
  ]);
  const until = ({ expiresAt, startsAt }: BookingItem) => expiresAt ?? startsAt;
  const inOrder = kept.toSorted((one, other) => until(one).localeCompare(until(other)));
  return {
    late: begun.filter((booking) => isLate(booking, at)),
    over: begun.filter((booking) => runsOver(booking, at)),
    held: inOrder.filter(({ status }) => status === "held"),
    requests: inOrder.filter(({ status }) => status === "requested"),
    timeOff: asked?.count ?? 0,
    position: writePosition(head),
    seq: head.seq,
  };
}
