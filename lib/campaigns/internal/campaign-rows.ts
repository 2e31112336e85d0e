import { type SQL, sql } from "drizzle-orm";
import type { CampaignChannel, CampaignSegment, CampaignStatus } from "@/db/schema/campaigns";
import type { Scope } from "@/lib/tenancy/scope";

export type Campaign = {
  id: string;
  name: string;
  segment: CampaignSegment;
  segmentName: string;
  channel: CampaignChannel;
  subject: string;
  body: string;
  bodySw: string;
  rewardId: string | null;
  rewardName: string | null;
  status: CampaignStatus;
  sendAt: string | null;
  pausedAt: string | null;
  waitsUntil: string | null;
  turn: number;
  startedAt: string | null;
  endedAt: string | null;
  createdAt: string;
};

const iso = (at: string | null): string | null => at && new Date(at).toISOString();

/** Campaigns for which `where` holds, over `k`. */
export async function readCampaigns({ tx, tenantId }: Scope, where: SQL): Promise<Campaign[]> {
  const rows = await tx.execute<Campaign>(sql`
    select k.id, k.name, k.segment, k.segment_name as "segmentName", k.channel, k.subject, k.body, k.body_sw as "bodySw",
      k.reward_id as "rewardId", (select r.name from rewards r where r.tenant_id = k.tenant_id and r.id = k.reward_id) as "rewardName",
      k.status, k.send_at as "sendAt", k.paused_at as "pausedAt", k.waits_until as "waitsUntil", k.turn,
      k.started_at as "startedAt", k.ended_at as "endedAt", k.created_at as "createdAt"
    from campaigns k where k.tenant_id = ${tenantId} and ${where}`);
  return rows.map((row) => ({
    ...row,
    ...{ sendAt: iso(row.sendAt), pausedAt: iso(row.pausedAt), waitsUntil: iso(row.waitsUntil) },
    ...{ startedAt: iso(row.startedAt), endedAt: iso(row.endedAt), createdAt: iso(row.createdAt)! },
  }));
}

/** One that nobody else moves until this transaction ends. */
export async function lockCampaign(scope: Scope, id: string): Promise<Campaign | null> {
  const [found] = await readCampaigns(scope, sql`k.id = ${id} for update of k`);
  return found ?? null;
}
