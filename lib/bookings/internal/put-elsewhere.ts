import { sql } from "drizzle-orm";
import { isOverlap } from "@/db/errors";
import type { Placed } from "@/lib/availability/visit";
import { recordEvent } from "@/lib/events/record-event";
import { insertTogether } from "@/lib/platform/insert-together";
import type { Scope } from "@/lib/tenancy/scope";
import { dropTime, type Freed, letGo, makeRoom, timeOf } from "../take-time";
import { instantOf } from "./engine-input";
import type { Moving } from "./moving";
import type { Seating } from "./seating";

type Place = {
  placed: readonly Placed[];
  seating: Seating;
  expired: readonly string[];
  expiresAt: string | null;
  freeUntil: string | null;
  overbooked: boolean;
  /** Other times that are proposed for it stay so: it has not gone anywhere. */
  keepsProposals: boolean;
};

/** Its old time goes and the new one comes in one savepoint: when somebody has the new one after all, the old one stays. */
export async function putElsewhere(scope: Scope, moving: Moving, to: Place): Promise<boolean> {
  const { placed, seating, expired, expiresAt, freeUntil, overbooked, keepsProposals } = to;
  const lines = placed.map((one, at) => ({
    id: moving.lines[at]!.id,
    staff_id: one.staffId,
    starts_at: instantOf(one.from).toISOString(),
    ends_at: instantOf(one.to).toISOString(),
    because: one.because ?? null,
    segments: moving.lines[at]!.segments,
  }));
  let freed: Freed[] = [];
  try {
    await scope.tx.transaction(async (savepoint) => {
      const inside = { ...scope, tx: savepoint } as Scope;
      await dropTime(inside, moving.id);
      if (!keepsProposals) freed = await letGo(inside, sql`h.booking_id = ${moving.id}`, "withdrawn");
      await makeRoom(inside, { moved: seating.moved, expired });
      await insertTogether(inside, [
        timeOf(inside, seating.stretches, moving.lines, { source: overbooked ? "overbooking" : "booking" }),
      ]);
      await savepoint.execute(sql`
        with put as (
          update booking_lines l set staff_id = p.staff_id, starts_at = p.starts_at, ends_at = p.ends_at,
            chosen_because = p.because, segments = p.segments
          from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
            as p (id uuid, staff_id uuid, starts_at timestamptz, ends_at timestamptz, because text, segments jsonb)
          where l.tenant_id = ${scope.tenantId} and l.id = p.id
        )
        update bookings set starts_at = ${lines[0]!.starts_at}, ends_at = ${lines.at(-1)!.ends_at},
          free_until = ${freeUntil}::timestamptz, expires_at = least(${expiresAt}::timestamptz, ${lines[0]!.starts_at}::timestamptz)
        where tenant_id = ${scope.tenantId} and id = ${moving.id}`);
    });
    // Other times that were kept for it are anybody's again, but the one that it goes to.
    for (const slot of freed)
      if (slot.startsAt !== lines[0]!.starts_at) recordEvent(scope, { name: "slot.freed", ...slot });
    return true;
  } catch (error) {
    if (isOverlap(error)) return false;
    throw error;
  }
}
