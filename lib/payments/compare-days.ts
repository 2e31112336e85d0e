import { sql } from "drizzle-orm";
import { addDays, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { darajaAccount } from "./get-account";
import { compareDay } from "./internal/compare-day";
import { planCompare } from "./internal/plan-compare";
import { pullReceipts } from "./pull-receipts";

const actor = { kind: "system", job: "compare days" } as const;
/** As far back as Safaricom's list goes. */
const daysBack = [2, 1];

/** Every night: Safaricom's list is read once more, and the days that it now tells in full are held against the ledger. */
export async function compareDays(tenantId: string): Promise<void> {
  await pullReceipts(tenantId);
  await withTenant(tenantId, actor, async (scope) => {
    // Without keys there is no list, and nothing to plan: keys that come plan it anew.
    if (!(await darajaAccount(scope))) return;
    const zone = await zoneOf(scope);
    for (const back of daysBack) await compareDay(scope, addDays(localDate(now(), zone), -back), zone);
    await planCompare(scope);
  });
}

async function zoneOf({ tx, tenantId }: Scope): Promise<string> {
  const [row] = await tx.execute<{ time_zone: string }>(sql`select time_zone from tenants where id = ${tenantId}`);
  return row!.time_zone;
}
