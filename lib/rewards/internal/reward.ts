import { type SQL, sql } from "drizzle-orm";
import type { RewardKind } from "@/db/schema/rewards";
import { localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";

export type Reward = {
  id: string;
  name: string;
  description: string;
  kind: RewardKind;
  percent: number | null;
  amountMinor: number | null;
  currency: string;
  pointsRequired: number | null;
  visitsRequired: number | null;
  serviceIds: string[];
  /** Of a gift: what comes off the shelf for it. */
  productId: string | null;
  lastDay: string | null;
  stock: number | null;
  validDays: number;
  active: boolean;
};
type Stored = Omit<Reward, "amountMinor"> & { amountMinor: string | null };

/** Rewards for which `where` holds, over `r`. */
export async function readRewards({ tx, tenantId }: Scope, where: SQL): Promise<Reward[]> {
  const rows = await tx.execute<Stored>(sql`
    select r.id, r.name, r.description, r.kind, r.percent, r.amount_minor as "amountMinor", r.currency,
      r.points_required as "pointsRequired", r.visits_required as "visitsRequired",
      array_to_json(r.service_ids) as "serviceIds", r.product_id as "productId", r.last_day::text as "lastDay", r.stock,
      r.valid_days as "validDays", r.active
    from rewards r where r.tenant_id = ${tenantId} and ${where}`);
  return rows.map(({ amountMinor, ...row }) => ({
    ...row,
    amountMinor: amountMinor === null ? null : Number(amountMinor),
  }));
}

/** One that nobody else changes until this transaction ends. */
export async function lockReward(scope: Scope, id: string): Promise<Reward | null> {
  const [reward] = await readRewards(scope, sql`r.id = ${id} for update`);
  return reward ?? null;
}

export type NotToBeHad =
  | { refusal: "unknown_reward" }
  | { refusal: "reward_off" }
  | { refusal: "reward_over" }
  | { refusal: "none_left" };

/** It, locked, if it can be had by now; or why not. */
export async function findReward(scope: Scope, id: string): Promise<Result<Reward, NotToBeHad>> {
  const { tx, tenantId } = scope;
  const reward = await lockReward(scope, id);
  if (!reward) return refuse("unknown_reward");
  if (!reward.active) return refuse("reward_off");
  const [zone] = await tx.execute<{ zone: string }>(sql`select time_zone as zone from tenants where id = ${tenantId}`);
  if (reward.lastDay && localDate(now(), zone!.zone) > reward.lastDay) return refuse("reward_over");
  return reward.stock === 0 ? refuse("none_left") : ok(reward);
}
