import { localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";
import { tellOwners } from "./internal/tell-owners";

/** No more SMS go to customers in this month: its owners learn of it with the first that does not. */
export async function fullOfMessages(scope: Scope, { limit, plan }: { limit: number; plan: string }): Promise<void> {
  const month = localDate(now(), (await houseOf(scope)).timeZone).slice(0, 7);
  await tellOwners(scope, `messages ${month}`, (say) => say.fullOfMessages(plan, `${limit}`));
}
