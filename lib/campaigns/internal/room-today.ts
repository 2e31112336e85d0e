import { sql } from "drizzle-orm";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import type { Scope } from "@/lib/tenancy/scope";
import { keptOfDay, shareOfDay } from "../rules";

const dayMs = 86_400_000;

/** So many SMS of campaigns go in a day: what is left of the day's is for bookings. */
export const mostSmsADay = (): number => Math.max(1, Math.floor(env().SMS_PER_TENANT * shareOfDay));

/**
 * How many more SMS of this kind go now, and when there is room again where there is none: its share of the day's, and no
 * more than all the others have left.
 */
export async function roomToday({ tx, tenantId }: Scope): Promise<{ room: number; nextAt: Date }> {
  const since = new Date(now().getTime() - dayMs);
  const [row] = await tx.execute<{ used: number; first: string | null; all: number; firstOfAll: string | null }>(sql`
    select count(*) filter (where k.ours)::int as used, min(m.created_at) filter (where k.ours) as first,
      count(*)::int as all, min(m.created_at) as "firstOfAll"
    from messages m, lateral (select m.template in ('campaign', 'miss-you') as ours) k
    where m.tenant_id = ${tenantId} and m.created_at > ${since.toISOString()} and m.channel = 'sms'`);
  const { used, first, all, firstOfAll } = row!;
  const perDay = env().SMS_PER_TENANT;
  const [share, left] = [mostSmsADay() - used, perDay - all - Math.floor(perDay * keptOfDay)];
  const oldest = share < 1 ? first : firstOfAll;
  return {
    room: Math.min(share, left),
    nextAt: new Date((oldest ? Date.parse(oldest) : now().getTime()) + dayMs),
  };
}
