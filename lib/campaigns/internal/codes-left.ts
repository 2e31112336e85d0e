import { sql } from "drizzle-orm";
import { localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";

/** How many codes of a reward can still be given; null for any number, none where it is off or over. */
export async function codesLeft(scope: Scope, rewardId: string): Promise<number | null> {
  const today = localDate(now(), (await houseOf(scope)).timeZone);
  const [row] = await scope.tx.execute<{ left: number | null }>(sql`
    select stock as left from rewards where tenant_id = ${scope.tenantId} and id = ${rewardId} and active
      and (last_day is null or last_day >= ${today})`);
  return row ? row.left : 0;
}
