import { and, eq, sql } from "drizzle-orm";
import { campaigns } from "@/db/schema/campaigns";
import { recordAudit } from "@/lib/auth/audit";
import { planDue } from "@/lib/events/plan-due";
import { recordEvent } from "@/lib/events/record-event";
import { atMinute } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { type KeyReused, once } from "@/lib/platform/once";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";
import type { SaveCampaignInput } from "./input";
import { lockCampaign } from "./internal/campaign-rows";
import { namedSegment } from "./internal/find-audience";
import { isReward } from "./internal/is-reward";

export type SaveRefusal =
  | KeyReused
  | { refusal: "unknown_campaign" }
  | { refusal: "unknown_segment" }
  | { refusal: "unknown_reward" }
  /** It has been scheduled or sent meanwhile. */
  | { refusal: "no_draft" }
  | { refusal: "time_is_over" };

/** Written down as a draft, or to be sent at its time. */
export async function saveCampaign(
  scope: Scope,
  wish: SaveCampaignInput,
): Promise<Result<{ id: string }, SaveRefusal>> {
  // Whoever taps twice waits here.
  await scope.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`campaigns ${scope.tenantId}`}, 0))`);
  return once<{ id: string }, SaveRefusal>(scope, "campaigns", wish, () => write(scope, wish));
}

async function write(scope: Scope, wish: SaveCampaignInput): Promise<Result<{ id: string }, SaveRefusal>> {
  const { tx, tenantId, actor } = scope;
  const known = wish.campaignId ? await lockCampaign(scope, wish.campaignId) : null;
  if (wish.campaignId && !known) return refuse("unknown_campaign");
  if (known && known.status !== "draft") return refuse("no_draft");
  const segment = await namedSegment(scope, wish.segment);
  if (!segment) return refuse("unknown_segment");
  if (wish.rewardId && !(await isReward(scope, wish.rewardId))) return refuse("unknown_reward");
  const sendAt = await timeOf(scope, wish.when);
  if (sendAt && sendAt < new Date(now().getTime() - 60_000)) return refuse("time_is_over");
  const { name, channel, subject, body, bodySw, rewardId = null } = wish;
  const columns = {
    ...{ name, segment: segment.segment, segmentName: segment.name, channel, subject, body, bodySw, rewardId, sendAt },
    status: sendAt ? ("scheduled" as const) : ("draft" as const),
  };
  const id = known?.id ?? newId();
  if (known)
    await tx
      .update(campaigns)
      .set(columns)
      .where(and(eq(campaigns.tenantId, tenantId), eq(campaigns.id, id)));
  else {
    const byUserId = actor.kind === "member" ? actor.userId : null;
    await tx.insert(campaigns).values({ tenantId, id, ...columns, byUserId, createdAt: now() });
  }
  if (sendAt) await planDue(scope, { kind: "send_campaign", at: sendAt, payload: { campaignId: id, turn: 0 } });
  await recordAudit(scope, {
    ...{ action: sendAt ? "campaign.scheduled" : "campaign.drafted", entity: "campaign", entityId: id },
    after: { name, group: segment.name, channel, body, ...(sendAt ? { sendAt: sendAt.toISOString() } : {}) },
  });
  recordEvent(scope, { name: "campaign.changed", campaignId: id });
  return ok({ id });
}

async function timeOf(scope: Scope, when: SaveCampaignInput["when"]): Promise<Date | null> {
  if (when.kind === "draft") return null;
  if (when.kind === "now") return now();
  return atMinute(when.day, when.minute, (await houseOf(scope)).timeZone);
}
