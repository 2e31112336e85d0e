import { sql } from "drizzle-orm";
import { type CampaignChannel, missYouRules } from "@/db/schema/campaigns";
import { recordAudit } from "@/lib/auth/audit";
import { planDue } from "@/lib/events/plan-due";
import { recordEvent } from "@/lib/events/record-event";
import { addDays, atMinute, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { headOf, writePosition } from "@/lib/tenancy/head";
import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";
import { type Results, resultsOf } from "./get-campaign";
import type { MissYouInput } from "./input";
import { isReward } from "./internal/is-reward";
import { missYouDefaults } from "./rules";

export type MissYou = {
  active: boolean;
  channel: CampaignChannel;
  subject: string;
  body: string;
  bodySw: string;
  rewardId: string | null;
  afterPercent: number;
  usualDays: number;
};

/** Whom a house misses is written to as it says; nobody is until it says so. */
export async function getMissYou({ tx, tenantId }: Scope): Promise<MissYou> {
  const [row] = await tx.execute<MissYou>(sql`
    select active, channel, subject, body, body_sw as "bodySw", reward_id as "rewardId", after_percent as "afterPercent",
      usual_days as "usualDays"
    from miss_you_rules where tenant_id = ${tenantId}`);
  return row ?? missYouDefaults;
}

const lookedBackDays = 90;
export type MissYouFacts = MissYou & {
  /** Of the last ninety days. */
  written: number;
  results: Results;
  nextDay: string | null;
  position: string;
};

/** The same with what came of it lately. */
export async function getMissYouFacts(scope: Scope): Promise<MissYouFacts> {
  const { tx, tenantId } = scope;
  const head = await headOf(scope);
  const since = new Date(now().getTime() - lookedBackDays * 86_400_000).toISOString();
  const lately = sql`(select l.customer_id, l.created_at as written_at, l.message_id, l.voucher_id from miss_you_letters l
    where l.tenant_id = ${tenantId} and l.created_at > ${since})`;
  const [facts] = await tx.execute<{ written: number; nextDay: string | null }>(sql`
    select (select count(*)::int from ${lately} w) as written,
      (select next_day::text from miss_you_rules where tenant_id = ${tenantId}) as "nextDay"`);
  const [rules, results] = [await getMissYou(scope), await resultsOf(scope, lately)];
  return { ...rules, ...facts!, results, position: writePosition(head) };
}

/** Switched on it looks every morning from the next one on. */
export async function setMissYou(
  scope: Scope,
  wish: MissYouInput,
): Promise<Result<MissYou, { refusal: "unknown_reward" }>> {
  const { tx, tenantId } = scope;
  if (wish.rewardId && !(await isReward(scope, wish.rewardId))) return refuse("unknown_reward");
  const before = await getMissYou(scope);
  const rules: MissYou = { ...wish, rewardId: wish.rewardId ?? null };
  await tx
    .insert(missYouRules)
    .values({ tenantId, ...rules })
    .onConflictDoUpdate({ target: missYouRules.tenantId, set: rules });
  if (rules.active) await planMissYou(scope);
  await recordAudit(scope, {
    ...{ action: "miss_you.set", entity: "tenant", entityId: tenantId, before, after: rules },
  });
  recordEvent(scope, { name: "automatic.changed", tenantId });
  return ok(rules);
}

/** Ten in the morning: nobody is woken to be missed. */
const lookMinute = 10 * 60;

/** Looked at from the next morning on, unless that is planned. */
async function planMissYou(scope: Scope): Promise<void> {
  const { tx, tenantId } = scope;
  const { timeZone } = await houseOf(scope);
  const today = localDate(now(), timeZone);
  const next = atMinute(today, lookMinute, timeZone) > now() ? today : addDays(today, 1);
  const [planned] = await tx.execute(sql`
    update miss_you_rules set next_day = ${next}
    where tenant_id = ${tenantId} and (next_day is null or next_day < ${today}) returning 1`);
  if (planned) await planLook(scope, next, timeZone);
}

export const planLook = (scope: Scope, day: string, timeZone: string): Promise<void> =>
  planDue(scope, { kind: "look_at_missed", at: atMinute(day, lookMinute, timeZone), payload: { day } });
