import { sql } from "drizzle-orm";
import { planDue } from "@/lib/events/plan-due";
import { recordEvent } from "@/lib/events/record-event";
import { calmTime } from "@/lib/notifications/calm-time";
import { now } from "@/lib/platform/clock";
import { isOpen } from "@/lib/tenancy/is-open";
import type { Scope } from "@/lib/tenancy/scope";
import { type Campaign, lockCampaign } from "./internal/campaign-rows";
import { audienceWhere } from "./internal/find-audience";
import { roomToday } from "./internal/room-today";
import { type Person, personOf, type Written, writeTo } from "./internal/write-to";

/** So many are written to in one transaction. */
const handful = 100;
/** With more than so many of its messages on their way the next handful waits: what is about a booking goes between. */
const mostOnTheWay = 50;
const breathMs = 10_000;
/** When it cannot go for a reason that nobody knows the end of, it is looked at again so much later. */
const againMs = 3_600_000;

/**
 * The next handful of whom a campaign goes to. The first time those are found who are in its group by then; each is asked
 * about once more when their turn comes. Whatever is killed half way begins at the same place: who has an outcome has had
 * their turn.
 */
export async function sendCampaign(
  scope: Scope,
  { campaignId, turn }: { campaignId: string; turn: number },
): Promise<[]> {
  const campaign = await lockCampaign(scope, campaignId);
  if (campaign?.turn !== turn || campaign.pausedAt) return [];
  if (campaign.status !== "scheduled" && campaign.status !== "sending") return [];
  const waitsUntil = await notBefore(scope, campaign);
  if (waitsUntil) {
    await goOn(scope, campaign, waitsUntil);
    return [];
  }
  if (campaign.status === "scheduled") await begin(scope, campaign);
  const room = campaign.channel === "email" ? handful : Math.min(handful, (await roomToday(scope)).room);
  const people = await nextOf(scope, campaignId, room);
  const written = await writeTo(scope, people, campaign, {
    template: "campaign",
    origin: "campaign",
    causeOf: ({ customerId }) => `campaign ${campaignId} ${customerId}`,
  });
  await writeOutcomes(scope, campaignId, written);
  const isRefused = written.some(({ outcome }) => outcome === "waiting");
  if (isRefused) await goOn(scope, campaign, await calmTime(scope, new Date(now().getTime() + againMs)));
  else if (people.length === room) await goOn(scope, campaign, null);
  else await end(scope, campaign);
  return [];
}

/** Until when it has to wait: for the house to be open, for the morning, for room, or for what is on its way. Null when it may go. */
async function notBefore(scope: Scope, { channel }: Campaign): Promise<Date | null> {
  if (!(await isOpen(scope))) return calmTime(scope, new Date(now().getTime() + againMs));
  const calm = await calmTime(scope, now());
  if (calm > now()) return calm;
  if (channel !== "email") {
    const { room, nextAt } = await roomToday(scope);
    if (room < 1) return calmTime(scope, nextAt);
  }
  return (await onTheWay(scope)) > mostOnTheWay ? new Date(now().getTime() + breathMs) : null;
}

async function onTheWay({ tx, tenantId }: Scope): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(sql`
    select count(*)::int as n from messages
    where tenant_id = ${tenantId} and status in ('queued', 'sending') and template = 'campaign'`);
  return row!.n;
}

/** Whoever is in the group now is in it; who comes later is not, and who leaves it is asked about by their consent alone. */
async function begin(scope: Scope, { id, segment }: Campaign): Promise<void> {
  const { tx, tenantId } = scope;
  const at = now().toISOString();
  await tx.execute(sql`
    insert into campaign_recipients (tenant_id, campaign_id, customer_id, created_at)
    select ${tenantId}, ${id}, c.id, ${at} from customers c where ${audienceWhere(scope, segment)} on conflict do nothing`);
  await tx.execute(sql`
    update campaigns set status = 'sending', started_at = ${at} where tenant_id = ${tenantId} and id = ${id}`);
}

const nextOf = ({ tx, tenantId }: Scope, campaignId: string, most: number): Promise<Person[]> =>
  tx.execute<Person>(sql`
    select ${personOf} from campaign_recipients r
    join customers c on c.tenant_id = r.tenant_id and c.id = r.customer_id
    where r.tenant_id = ${tenantId} and r.campaign_id = ${campaignId} and r.outcome = 'waiting'
    order by r.customer_id limit ${most}`);

const writeOutcomes = ({ tx, tenantId }: Scope, campaignId: string, written: readonly Written[]) =>
  tx.execute(sql`
    update campaign_recipients r set outcome = o.outcome, why = o.why, channel = o.channel, message_id = o."messageId",
      voucher_id = o."voucherId", written_at = case when o.outcome = 'written' then ${now().toISOString()}::timestamptz end
    from json_to_recordset(${JSON.stringify(written)}::text::json)
      as o ("customerId" uuid, outcome text, why text, channel text, "messageId" uuid, "voucherId" uuid)
    where r.tenant_id = ${tenantId} and r.campaign_id = ${campaignId} and r.customer_id = o."customerId"`);

/** The next handful is due at once, or then. */
async function goOn(scope: Scope, { id, turn }: Campaign, waitsUntil: Date | null): Promise<void> {
  const { tx, tenantId } = scope;
  await tx.execute(sql`
    update campaigns set waits_until = ${waitsUntil?.toISOString() ?? null}
    where tenant_id = ${tenantId} and id = ${id}`);
  await planDue(scope, { kind: "send_campaign", at: waitsUntil ?? now(), payload: { campaignId: id, turn } });
  recordEvent(scope, { name: "campaign.changed", campaignId: id });
}

/** Everybody has had their turn; what they were written may still be on its way. */
async function end(scope: Scope, { id }: Campaign): Promise<void> {
  const { tx, tenantId } = scope;
  await tx.execute(sql`
    update campaigns set status = 'sent', ended_at = ${now().toISOString()}, waits_until = null
    where tenant_id = ${tenantId} and id = ${id}`);
  recordEvent(scope, { name: "campaign.changed", campaignId: id });
}
