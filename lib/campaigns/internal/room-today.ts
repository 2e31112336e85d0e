import { sql } from "drizzle-orm";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import type { Scope } from "@/lib/tenancy/scope";
import { shareOfDay } from "../rules";

const dayMs = 86_400_000;

/** So many SMS of campaigns go in a day: what is left of the day's is for bookings. */
export const mostSmsADay = (): number => Math.max(1, Math.floor(env().SMS_PER_TENANT * shareOfDay));

/** How many more SMS of this kind go now, and when there is room again where there is none. */
export async function roomToday({ tx, tenantId }: Scope): Promise<{ room: number; nextAt: Date }> {
  const since = new Date(now().getTime() - dayMs);
  const [row] = await tx.execute<{ used: number; first: string | null }>(sql`
    select count(*)::int as used, min(created_at) as first from messages
    where tenant_id = ${tenantId} and created_at > ${since.toISOString()} and channel = 'sms'
      and template in ('campaign', 'miss-you')`);
  const { used, first } = row!;
  return {
    room: mostSmsADay() - used,
    nextAt: new Date((first ? Date.parse(first) : now().getTime()) + dayMs),
  };
}
