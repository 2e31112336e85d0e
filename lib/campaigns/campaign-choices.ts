import { sql } from "drizzle-orm";
import { listSegments } from "@/lib/customers/own-segments";
import { builtIn } from "@/lib/customers/segment-rules";
import { getMessageSettings } from "@/lib/notifications/settings";
import { localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";
import { everybody } from "./rules";

export type CampaignChoices = {
  segments: { value: string; label: string }[];
  rewards: { id: string; name: string }[];
  quiet: { from: number; until: number };
  today: string;
};

/** To whom a campaign can go, with what, and when it is quiet. */
export async function campaignChoices(scope: Scope): Promise<CampaignChoices> {
  const { tx, tenantId } = scope;
  const own = await listSegments(scope);
  const rewards = await tx.execute<{ id: string; name: string }>(
    sql`select id, name from rewards where tenant_id = ${tenantId} and active order by name, id`,
  );
  const { quietFrom, quietUntil } = await getMessageSettings(scope);
  return {
    segments: [
      everybody,
      ...builtIn.map(({ value, label }) => ({ value, label })),
      ...own.map(({ id, name }) => ({ value: id, label: name })),
    ],
    rewards: [...rewards],
    quiet: { from: quietFrom, until: quietUntil },
    today: localDate(now(), (await houseOf(scope)).timeZone),
  };
}
