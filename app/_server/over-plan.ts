import "server-only";
import { log } from "@/lib/platform/log";
import { mostOfPlan } from "@/lib/subscriptions/most-of-plan";
import type { LimitName, OverPlan } from "@/lib/tenancy/plan-room";

/** What is in the way, for whom it is told to: the house's own people know what to do about it. */
const houseWords: Record<LimitName, (limit: number, plan: string) => string> = {
  members: (limit, plan) =>
    `Your plan, ${plan}, holds ${limit} people with a login, open invitations among them. Remove one, or choose a larger plan under Settings, Plan.`,
  activeCustomers: (limit, plan) =>
    `Your plan, ${plan}, holds ${limit} active customers: known ones go on as always, and a new one needs a larger plan. Choose it under Settings, Plan.`,
  messages: (limit, plan) => `Your plan, ${plan}, holds ${limit} SMS a month.`,
};
export const restingWords =
  "Your subscription has not been paid, so this business only reads and exports for now. An owner pays under Settings, Plan.";

export const closingWords =
  "This business is being closed, so it only reads and exports. An owner can still keep it, under Settings, Your data.";

export function overPlanWords({ what, limit, plan }: OverPlan): string {
  if (what === "closing") return closingWords;
  return what === "resting" ? restingWords : houseWords[what](limit, plan);
}
export const fullWords = "This business cannot take new customers online at the moment. Please call them.";

/** Whoever was turned away is not the business's own: its owners are told, once a day. */
export async function tellFull(refused: OverPlan): Promise<void> {
  if (refused.what === "resting" || refused.what === "closing") return;
  await mostOfPlan(refused).catch((error) =>
    log().error({ err: error }, "owners were not told that their plan is full"),
  );
}
