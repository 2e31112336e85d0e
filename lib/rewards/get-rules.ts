import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";
import { type Rules, usualRules } from "./rules";

type Stored = Omit<Rules, "minorPerPoint"> & { minorPerPoint: string };

/** How the house rewards; as the defaults say where it has said nothing. */
export async function getRules({ tx, tenantId }: Scope): Promise<Rules> {
  const [row] = await tx.execute<Stored>(sql`
    select active, minor_per_point as "minorPerPoint", expires_after_days as "expiresAfterDays",
      referral_points as "referralPoints", birthday_reward_id as "birthdayRewardId"
    from reward_rules where tenant_id = ${tenantId}`);
  return row ? { ...row, minorPerPoint: Number(row.minorPerPoint) } : usualRules;
}

/** When points that are earned now run out. */
export const runsOut = ({ expiresAfterDays }: Rules, at: Date): Date | null =>
  expiresAfterDays === null ? null : new Date(at.getTime() + expiresAfterDays * 86_400_000);
