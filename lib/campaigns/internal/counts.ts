import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";
import type { WhyNot } from "../rules";

/** How far a campaign is. `gone`: has left the house, and `delivered` of it has arrived for certain. */
export type Counts = {
  total: number;
  waiting: number;
  queued: number;
  gone: number;
  delivered: number;
  failed: number;
  held: number;
  why: { why: WhyNot; people: number }[];
  bySms: number;
  byEmail: number;
  costMinor: number;
};

/** Over `r` and `m` (left joined): what has become of somebody. */
export const stateOf = sql`case r.outcome when 'written' then
  case m.status when 'queued' then 'queued' when 'sending' then 'queued' when 'failed' then 'failed' else 'gone' end
  else r.outcome end`;

type Row = {
  id: string;
  state: "waiting" | "held" | "queued" | "gone" | "failed";
  why: WhyNot | "";
  channel: "sms" | "email" | null;
  people: number;
  delivered: number;
  costMinor: number;
};

/** Of these campaigns, in one question. One that has not begun has no row. */
export async function countsOf({ tx, tenantId }: Scope, ids: readonly string[]): Promise<Map<string, Counts>> {
  const rows = await tx.execute<Row>(sql`
    select r.campaign_id as id, ${stateOf} as state, r.why, r.channel, count(*)::int as people,
      (count(*) filter (where m.status = 'delivered'))::int as delivered,
      coalesce(sum(m.cost_minor) filter (where m.cost_currency = 'KES'), 0)::float as "costMinor"
    from campaign_recipients r left join messages m on m.tenant_id = r.tenant_id and m.id = r.message_id
    where r.tenant_id = ${tenantId} and r.campaign_id = any(${`{${ids.join(",")}}`}::uuid[])
    group by 1, 2, 3, 4`);
  const all = new Map<string, Counts>();
  for (const { id, state, why, channel, people, delivered, costMinor } of rows) {
    const counts = all.get(id) ?? none();
    all.set(id, counts);
    counts.total += people;
    counts[state] += people;
    counts.delivered += delivered;
    counts.costMinor += costMinor;
    if (state === "held" && why) counts.why.push({ why, people });
    if (state === "gone") counts[channel === "email" ? "byEmail" : "bySms"] += people;
  }
  for (const counts of all.values()) counts.why.sort((a, b) => b.people - a.people);
  return all;
}

export const none = (): Counts => ({
  ...{ total: 0, waiting: 0, queued: 0, gone: 0, delivered: 0, failed: 0, held: 0, why: [] },
  ...{ bySms: 0, byEmail: 0, costMinor: 0 },
});
