import { sql } from "drizzle-orm";
import { isOverlap } from "@/db/errors";
import type { Placed } from "@/lib/availability/visit";
import { insertTogether } from "@/lib/platform/insert-together";
import type { Scope } from "@/lib/tenancy/scope";
import { dropTime, makeRoom, timeOf } from "../take-time";
import { instantOf } from "./engine-input";
import type { Moving } from "./moving";
import type { Seating } from "./seating";

/** Its old time goes and the new one comes in one savepoint: when somebody has the new one after all, the old one stays. */
export async function putElsewhere(
  scope: Scope,
  moving: Moving,
  to: { placed: readonly Placed[]; seating: Seating; expired: readonly string[]; expiresAt: string | null },
): Promise<boolean> {
  const { placed, seating, expired, expiresAt } = to;
  const lines = placed.map((one, at) => ({
    id: moving.lines[at]!.id,
    staff_id: one.staffId,
    starts_at: instantOf(one.from).toISOString(),
    ends_at: instantOf(one.to).toISOString(),
    because: one.because ?? null,
  }));
  try {
    await scope.tx.transaction(async (savepoint) => {
      const inside = { ...scope, tx: savepoint } as Scope;
      await dropTime(inside, moving.id);
      await makeRoom(inside, { moved: seating.moved, expired });
      await insertTogether(inside, [timeOf(inside, seating.stretches, moving.lines)]);
      await savepoint.execute(sql`
        with put as (
          update booking_lines l set staff_id = p.staff_id, starts_at = p.starts_at, ends_at = p.ends_at, chosen_because = p.because
          from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
            as p (id uuid, staff_id uuid, starts_at timestamptz, ends_at timestamptz, because text)
          where l.tenant_id = ${scope.tenantId} and l.id = p.id
        )
        update bookings set starts_at = ${lines[0]!.starts_at}, ends_at = ${lines.at(-1)!.ends_at},
          expires_at = least(${expiresAt}::timestamptz, ${lines[0]!.starts_at}::timestamptz)
        where tenant_id = ${scope.tenantId} and id = ${moving.id}`);
    });
    return true;
  } catch (error) {
    if (isOverlap(error)) return false;
    throw error;
  }
}
