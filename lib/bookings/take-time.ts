import { sql } from "drizzle-orm";
import { occupancies } from "@/db/schema/bookings";
import type { Placed } from "@/lib/availability/visit";
import { hasFault } from "@/lib/platform/env";
import { newId } from "@/lib/platform/ids";
import { type Insertion, rowsOf } from "@/lib/platform/insert-together";
import type { Scope } from "@/lib/tenancy/scope";
import { instantOf } from "./internal/house";

/**
 * Waits for everybody else who is deciding about the same people; released at commit. All locks in one sorted
 * statement, before anything is read, so that nobody waits in a circle.
 */
export async function lockTime(scope: Scope, staffIds: string[], customerPhone: string): Promise<void> {
  if (hasFault("no-locks")) return;
  const keys = [...staffIds, customerPhone].map((key) => `${scope.tenantId} ${key}`);
  await scope.tx.execute(sql`
    select pg_advisory_xact_lock(key) from (
      select distinct hashtextextended(name, 0) as key from jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb) as name
      order by key
    ) as sorted`);
}

type Taking = { lineId: string; placed: Placed; before: number; after: number };

/** The only maker of occupancies. The exclusion constraint refuses (23P01) what somebody else has. */
export const timeOf = (scope: Scope, takings: Taking[]): Insertion =>
  rowsOf(
    occupancies,
    takings.flatMap(({ lineId, placed, before, after }) =>
      placed.work.map((work) => ({
        tenantId: scope.tenantId,
        id: newId(),
        staffId: placed.staffId,
        span: `[${instantOf(work.from).toISOString()},${instantOf(work.to).toISOString()})`,
        source: "booking" as const,
        bookingLineId: lineId,
        bufferBeforeMinutes: before,
        bufferAfterMinutes: after,
      })),
    ),
  );
