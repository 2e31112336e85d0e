import { and, eq, sql } from "drizzle-orm";
import { rewards } from "@/db/schema/rewards";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { differenceOf } from "@/lib/platform/difference";
import { newId } from "@/lib/platform/ids";
import { type KeyReused, once } from "@/lib/platform/once";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";
import type { ChangeRewardInput, RewardInput } from "./input";
import { lockReward } from "./internal/reward";
import { mostRewards } from "./rules";

export type SaveRefusal =
  | KeyReused
  | { refusal: "unknown_reward" }
  | { refusal: "unknown_service" }
  | { refusal: "unknown_product" }
  | { refusal: "too_many_rewards" };

/** Something that customers can have from now on. */
export async function addReward(scope: Scope, wish: RewardInput): Promise<Result<{ id: string }, SaveRefusal>> {
  const { actor, tenantId, tx } = scope;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`rewards ${tenantId}`}, 0))`);
  return once<{ id: string }, SaveRefusal>(scope, "rewards", wish, async () => {
    if (!(await areServices(scope, wish.serviceIds))) return refuse("unknown_service");
    if (!(await isProduct(scope, wish.productId))) return refuse("unknown_product");
    const [count] = await tx.execute<{ n: number }>(sql`
      select count(*)::int as n from rewards where tenant_id = ${tenantId}`);
    if (count!.n >= mostRewards) return refuse("too_many_rewards");
    const { currency } = await houseOf(scope);
    const id = newId();
    await tx.insert(rewards).values({
      ...{ tenantId, id, currency, createdAt: now(), ...columnsOf(wish) },
      byUserId: actor.kind === "member" ? actor.userId : null,
    });
    await recordAudit(scope, { action: "reward.added", entity: "reward", entityId: id, after: { name: wish.name } });
    recordEvent(scope, { name: "reward.changed", rewardId: id });
    return ok({ id });
  });
}

/** What is said of it by now; codes that somebody has already are worth what they were. */
export async function changeReward(
  scope: Scope,
  { rewardId, seenStock, ...wish }: ChangeRewardInput,
): Promise<Result<{ id: string }, SaveRefusal>> {
  const found = await lockReward(scope, rewardId);
  if (!found) return refuse("unknown_reward");
  if (!(await areServices(scope, wish.serviceIds))) return refuse("unknown_service");
  if (!(await isProduct(scope, wish.productId))) return refuse("unknown_product");
  const { id: _, currency: __, ...known } = found;
  return save(scope, rewardId, known, { ...columnsOf(wish), stock: stockOf(found.stock, seenStock, wish.stock) });
}

/** As many more or fewer as was meant: what was taken while the form stood open stays taken. */
function stockOf(is: number | null, seen: number | undefined, wish: number | undefined): number | null {
  if (wish === undefined) return null;
  return is === null || seen === undefined ? wish : Math.max(0, is + wish - seen);
}

/** Had from now on, or no longer. */
export async function setRewardActive(
  scope: Scope,
  { rewardId, active }: { rewardId: string; active: boolean },
): Promise<Result<{ id: string }, SaveRefusal>> {
  const found = await lockReward(scope, rewardId);
  return found ? save(scope, rewardId, { active: found.active }, { active }) : refuse("unknown_reward");
}

async function save<T extends Record<string, unknown>>(scope: Scope, id: string, known: T, wish: T) {
  const { before, after } = differenceOf(known, wish);
  if (Object.keys(after).length === 0) return ok({ id });
  await scope.tx
    .update(rewards)
    .set(after)
    .where(and(eq(rewards.tenantId, scope.tenantId), eq(rewards.id, id)));
  await recordAudit(scope, { action: "reward.changed", entity: "reward", entityId: id, before, after });
  recordEvent(scope, { name: "reward.changed", rewardId: id });
  return ok({ id });
}

const columnsOf = (wish: Omit<RewardInput, "key">) => ({
  ...{ name: wish.name, description: wish.description, kind: wish.kind, active: wish.active },
  ...{ percent: wish.percent ?? null, amountMinor: wish.amountMinor ?? null, serviceIds: [...wish.serviceIds].sort() },
  productId: wish.productId ?? null,
  ...{ pointsRequired: wish.pointsRequired ?? null, visitsRequired: wish.visitsRequired ?? null },
  ...{ lastDay: wish.lastDay ?? null, stock: wish.stock ?? null, validDays: wish.validDays },
});

/** One of this house's; one that is no longer sold may stay named, as long as there are some left. */
async function isProduct({ tx, tenantId }: Scope, id: string | null | undefined): Promise<boolean> {
  if (!id) return true;
  const [row] = await tx.execute(sql`select 1 from products where tenant_id = ${tenantId} and id = ${id}`);
  return row !== undefined;
}

/** Services of this house, all of them; one that is no longer offered may stay named. */
export async function areServices({ tx, tenantId }: Scope, ids: readonly string[]): Promise<boolean> {
  if (ids.length === 0) return true;
  const [row] = await tx.execute<{ n: number }>(sql`
    select count(*)::int as n from services
    where tenant_id = ${tenantId} and id = any(${`{${ids.join(",")}}`}::uuid[])`);
  return row!.n === new Set(ids).size;
}
