import { sql } from "drizzle-orm";
import { headOf, writePosition } from "@/lib/tenancy/head";
import type { Scope } from "@/lib/tenancy/scope";
import { type Campaign, readCampaigns } from "./internal/campaign-rows";
import { type Counts, countsOf, none } from "./internal/counts";

export type ListedCampaign = Campaign & { counts: Counts };
export type CampaignPage = { items: ListedCampaign[]; nextCursor: string | null; position: string };

const pageSize = 30;

/** All of them, the newest first. */
export async function listCampaigns(scope: Scope, cursor?: string): Promise<CampaignPage> {
  const head = await headOf(scope);
  const [at = null, id = null] = cursor?.split(" ") ?? [];
  const rows = await readCampaigns(
    scope,
    sql`(${at}::timestamptz is null or (date_trunc('milliseconds', k.created_at), k.id) < (${at}::timestamptz, ${id}::uuid))
      order by date_trunc('milliseconds', k.created_at) desc, k.id desc limit ${pageSize + 1}`,
  );
  const page = rows.slice(0, pageSize);
  const counts = await countsOf(
    scope,
    page.map((one) => one.id),
  );
  const last = page.at(-1);
  return {
    items: page.map((one) => ({ ...one, counts: counts.get(one.id) ?? none() })),
    nextCursor: rows.length > pageSize && last ? `${last.createdAt} ${last.id}` : null,
    position: writePosition(head),
  };
}
