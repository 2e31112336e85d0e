import { sql } from "drizzle-orm";
import { recordAudit } from "@/lib/auth/audit";
import { planDue } from "@/lib/events/plan-due";
import { recordEvent } from "@/lib/events/record-event";
import { withdrawMessages } from "@/lib/notifications/withdraw-messages";
import { now } from "@/lib/platform/clock";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { withdrawVouchers } from "@/lib/vouchers/voucher";
import type { MoveCampaignInput } from "./input";
import { type Campaign, lockCampaign } from "./internal/campaign-rows";
import { mayBecome } from "./rules";

export type MoveRefusal = { refusal: "unknown_campaign" } | { refusal: "over_already" } | { refusal: "not_sending" };

const audited = { cancel: "campaign.cancelled", pause: "campaign.stopped", resume: "campaign.resumed" } as const;

/** Ended for good, stopped for a while, or going on. What has left the house is not called back. */
export async function moveCampaign(
  scope: Scope,
  { campaignId, move }: MoveCampaignInput,
): Promise<Result<{ id: string }, MoveRefusal>> {
  const campaign = await lockCampaign(scope, campaignId);
  if (!campaign) return refuse("unknown_campaign");
  if (move === "cancel") {
    if (campaign.status === "cancelled") return ok({ id: campaignId });
    if (!mayBecome(campaign.status, "cancelled")) return refuse("over_already");
    await cancel(scope, campaign);
  } else {
    if (campaign.status !== "sending") return refuse("not_sending");
    if ((campaign.pausedAt !== null) === (move === "pause")) return ok({ id: campaignId });
    await (move === "pause" ? pause : resume)(scope, campaign);
  }
  await recordAudit(scope, {
    ...{ action: audited[move], entity: "campaign", entityId: campaignId },
    after: { name: campaign.name },
  });
  recordEvent(scope, { name: "campaign.changed", campaignId });
  return ok({ id: campaignId });
}

/** Who has not had their turn gets nothing, nor does whose message still lies in the house; their codes are nobody's. */
async function cancel(scope: Scope, { id }: Campaign): Promise<void> {
  const { tx, tenantId } = scope;
  const lying = await tx.execute<{ messageId: string; voucherId: string | null }>(sql`
    select r.message_id as "messageId", r.voucher_id as "voucherId" from campaign_recipients r
    join messages m on m.tenant_id = r.tenant_id and m.id = r.message_id
    where r.tenant_id = ${tenantId} and r.campaign_id = ${id} and m.status = 'queued'`);
  const withdrawn = new Set(
    await withdrawMessages(
      scope,
      lying.map(({ messageId }) => messageId),
      "the campaign was cancelled",
    ),
  );
  await withdrawVouchers(
    scope,
    lying.flatMap(({ messageId, voucherId }) => (voucherId && withdrawn.has(messageId) ? [voucherId] : [])),
  );
  await tx.execute(sql`
    update campaign_recipients set outcome = 'held', why = 'cancelled', channel = null, message_id = null, written_at = null
    where tenant_id = ${tenantId} and campaign_id = ${id}
      and (outcome = 'waiting' or message_id = any(${`{${[...withdrawn].join(",")}}`}::uuid[]))`);
  await tx.execute(sql`
    update campaigns set status = 'cancelled', ended_at = ${now().toISOString()}, paused_at = null, waits_until = null,
      turn = turn + 1
    where tenant_id = ${tenantId} and id = ${id}`);
}

const pause = ({ tx, tenantId }: Scope, { id }: Campaign) =>
  tx.execute(sql`
    update campaigns set paused_at = ${now().toISOString()}, waits_until = null, turn = turn + 1
    where tenant_id = ${tenantId} and id = ${id}`);

async function resume(scope: Scope, { id, turn }: Campaign): Promise<void> {
  await scope.tx.execute(sql`
    update campaigns set paused_at = null, turn = turn + 1 where tenant_id = ${scope.tenantId} and id = ${id}`);
  await planDue(scope, { kind: "send_campaign", at: now(), payload: { campaignId: id, turn: turn + 1 } });
}
