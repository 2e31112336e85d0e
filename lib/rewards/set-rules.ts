import { sql } from "drizzle-orm";
import { pointsRates, rewardRules } from "@/db/schema/rewards";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { differenceOf } from "@/lib/platform/difference";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { getRules } from "./get-rules";
import type { RewardRulesInput } from "./input";
import { planBirthdays } from "./look-at-birthdays";
import { areServices } from "./save-reward";

export type RulesRefusal = { refusal: "unknown_reward" } | { refusal: "unknown_service" };
export type Rate = { serviceId: string; minorPerPoint: number | null };

/** How the house rewards from now on; what was earned stays as it was. */
export async function setRules(
  scope: Scope,
  { rates, ...wish }: RewardRulesInput,
): Promise<Result<{ id: string }, RulesRefusal>> {
  const { tenantId, tx } = scope;
  await tx.execute(sql`insert into reward_rules (tenant_id) values (${tenantId}) on conflict do nothing`);
  await tx.execute(sql`select 1 from reward_rules where tenant_id = ${tenantId} for update`);
  const services = rates.map(({ serviceId }) => serviceId);
  if (!(await areServices(scope, services))) return refuse("unknown_service");
  if (wish.birthdayRewardId && !(await isReward(scope, wish.birthdayRewardId))) return refuse("unknown_reward");
  const known = { ...(await getRules(scope)), rates: await getRates(scope) };
  const sorted = [...rates].sort((a, b) => a.serviceId.localeCompare(b.serviceId));
  const { before, after } = differenceOf(known, { ...wish, rates: sorted });
  if (Object.keys(after).length === 0) return ok({ id: tenantId });
  await tx.update(rewardRules).set(wish).where(sql`tenant_id = ${tenantId}`);
  await tx.execute(sql`delete from points_rates where tenant_id = ${tenantId}`);
  if (rates.length > 0) await tx.insert(pointsRates).values(sorted.map((rate) => ({ tenantId, ...rate })));
  if (wish.birthdayRewardId) await planBirthdays(scope);
  await recordAudit(scope, { action: "rewards.set", entity: "tenant", entityId: tenantId, before, after });
  recordEvent(scope, { name: "rewards.set", tenantId });
  return ok({ id: tenantId });
}

/** Services with a rate of their own. */
export async function getRates({ tx, tenantId }: Scope): Promise<Rate[]> {
  const rows = await tx.execute<{ serviceId: string; minor: string | null }>(sql`
    select service_id as "serviceId", minor_per_point as minor from points_rates
    where tenant_id = ${tenantId} order by service_id::text`);
  return rows.map(({ serviceId, minor }) => ({ serviceId, minorPerPoint: minor === null ? null : Number(minor) }));
}

async function isReward({ tx, tenantId }: Scope, id: string): Promise<boolean> {
  const [row] = await tx.execute(sql`select 1 from rewards where tenant_id = ${tenantId} and id = ${id}`);
  return row !== undefined;
}
