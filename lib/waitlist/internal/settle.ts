import { sql } from "drizzle-orm";
import type { Verdict, WaitEnd } from "@/db/schema/waiting";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";
import { mostUnanswered } from "../rules";
import { type LogRow, writeLog } from "./log";

type Answered = { booking_id: string; entry_id: string; status: string; unanswered: number; ended: WaitEnd | null };

/**
 * What became of offers since the last look: taken, let go, or run out without a word. Each is counted once. Whoever answers
 * just now waits until the look is over: nobody is asked about a time before it is written down that it was let go.
 */
export async function settle(scope: Scope): Promise<void> {
  const open = await scope.tx.execute<Answered>(sql`
    select o.booking_id, o.entry_id, b.status, e.unanswered, e.ended
    from waitlist_offers o
    join bookings b on b.tenant_id = o.tenant_id and b.id = o.booking_id
    join waitlist_entries e on e.tenant_id = o.tenant_id and e.id = o.entry_id
    where o.tenant_id = ${scope.tenantId} and o.outcome is null
    order by o.created_at, o.booking_id for update of b`);
  const answered = open.filter(({ status }) => status !== "held");
  if (answered.length === 0) return;
  const rows = answered.map((one) => ({ ...one, ...afterwards(one) }));
  await scope.tx.execute(sql`
    update waitlist_offers o set outcome = r.outcome
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (booking_id uuid, outcome text)
    where o.tenant_id = ${scope.tenantId} and o.booking_id = r.booking_id`);
  await scope.tx.execute(sql`
    update waitlist_entries e set unanswered = r.many, ended = coalesce(e.ended, r.ends),
      ended_at = case when e.ended is null and r.ends is not null then ${now().toISOString()}::timestamptz else e.ended_at end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (entry_id uuid, many int, ends text)
    where e.tenant_id = ${scope.tenantId} and e.id = r.entry_id`);
  await writeLog(
    scope,
    newId(),
    null,
    rows.flatMap(({ entry_id, booking_id, outcome, ends }): LogRow[] => [
      { entryId: entry_id, bookingId: booking_id, verdict: outcome },
      ...(ends === "unanswered" ? [{ entryId: entry_id, verdict: "ended" as const }] : []),
    ]),
    0,
  );
}

type Outcome = Extract<Verdict, "taken" | "declined" | "unanswered">;

function afterwards({ status, unanswered }: Answered): { outcome: Outcome; many: number; ends: WaitEnd | null } {
  if (status === "cancelled" || status === "rejected") return { outcome: "declined", many: 0, ends: null };
  if (status !== "expired") return { outcome: "taken", many: 0, ends: "booked" };
  const many = unanswered + 1;
  return { outcome: "unanswered", many, ends: many >= mostUnanswered ? "unanswered" : null };
}
