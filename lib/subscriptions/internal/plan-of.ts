import { eq } from "drizzle-orm";
import { type BillingInterval, plans } from "@/db/schema/subscriptions";
import type { Scope } from "@/lib/tenancy/scope";
import { priceFor } from "../rules";
import type { Wanted } from "../terms";

export type Plan = typeof plans.$inferSelect;

export async function planOf({ tx }: Scope, id: string): Promise<Plan | null> {
  const [plan] = await tx.select().from(plans).where(eq(plans.id, id));
  return plan ?? null;
}

/** The plan at today's price. */
export const wantedOf = (plan: Plan, interval: BillingInterval): Wanted => ({
  ...{ planId: plan.id, interval },
  priceMinor: priceFor(plan, interval),
});
