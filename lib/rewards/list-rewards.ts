import { sql } from "drizzle-orm";
import { headOf, writePosition } from "@/lib/tenancy/head";
import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";
import { getRules } from "./get-rules";
import { type Reward, readRewards } from "./internal/reward";
import type { Rules } from "./rules";
import { getRates, type Rate } from "./set-rules";

/** `claimed`: codes that were made for it, however; `used` and `open` of them. */
export type ListedReward = Reward & { claimed: number; used: number; open: number };
export type RewardList = {
  rewards: ListedReward[];
  rules: Rules & { rates: Rate[] };
  services: { id: string; name: string }[];
  /** What a gift may be of. */
  products: { id: string; name: string }[];
  currency: string;
  position: string;
};

/** All of them: those that can be had first. A house has a hundred at most. */
export async function listRewards(scope: Scope): Promise<RewardList> {
  const head = await headOf(scope);
  const { tx, tenantId } = scope;
  const [rewards, counts, rules, rates, services, products, { currency }] = await Promise.all([
    readRewards(scope, sql`true order by r.active desc, r.points_required nulls last, r.visits_required, r.name, r.id`),
    tx.execute<{ id: string; claimed: number; used: number; open: number }>(sql`
      select reward_id as id, count(*)::int as claimed, (count(*) filter (where status = 'redeemed'))::int as used,
        (count(*) filter (where status = 'pending'))::int as open
      from vouchers where tenant_id = ${tenantId} group by reward_id`),
    getRules(scope),
    getRates(scope),
    tx.execute<{ id: string; name: string }>(sql`
      select id, name from services where tenant_id = ${tenantId} and archived_at is null order by position, name`),
    tx.execute<{ id: string; name: string }>(sql`
      select id, name from products where tenant_id = ${tenantId} and active order by name, id`),
    houseOf(scope),
  ]);
  const countsOf = new Map(counts.map(({ id, ...row }) => [id, row]));
  return {
    rewards: rewards.map((reward) => ({ ...reward, ...(countsOf.get(reward.id) ?? { claimed: 0, used: 0, open: 0 }) })),
    rules: { ...rules, rates },
    services: [...services],
    products: [...products],
    currency,
    position: writePosition(head),
  };
}

/** One, or null when there is none. */
export async function getReward(scope: Scope, id: string): Promise<Reward | null> {
  const [reward] = await readRewards(scope, sql`r.id = ${id}`);
  return reward ?? null;
}
