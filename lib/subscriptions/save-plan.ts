import { eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { plans } from "@/db/schema/subscriptions";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { planFacts, type planInput } from "./input";
import { planOf } from "./internal/plan-of";

export type SavePlanRefusal = { refusal: "plan_exists" } | { refusal: "unknown_plan" };

/**
 * Called in the platform's scope. Limits hold at once for whoever has the plan; a price from the next period on, as what is
 * paid is paid.
 */
export async function savePlan(
  scope: Scope,
  input: z.output<typeof planInput>,
  as: "new" | "changed",
): Promise<Result<{ id: string }, SavePlanRefusal>> {
  const { tx, tenantId } = scope;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('plans', 0))`);
  const before = await planOf(scope, input.id);
  if (as === "new" && before) return refuse("plan_exists");
  if (as === "changed" && !before) return refuse("unknown_plan");
  // One is tried at most: another one takes its place.
  if (input.tried) await tx.update(plans).set({ tried: false }).where(eq(plans.tried, true));
  const { id, ...facts } = input;
  if (before) {
    const changed = await tx.update(plans).set(facts).where(eq(plans.id, id)).returning({ id: plans.id });
    // To anybody else's scope the row is there to be read, and none to be written.
    if (changed.length === 0) throw new Error("plans are written in the platform's scope");
  } else
    await tx.insert(plans).values({
      ...input,
      position: sql`(select coalesce(max(position), 0) + 1 from plans)`,
      createdAt: now(),
    });
  await recordAudit(scope, {
    ...{ action: before ? "plan.changed" : "plan.added", entity: "plan", entityId: tenantId },
    ...(before ? { before: { plan: id, ...planFacts.parse(before) } } : {}),
    after: { plan: id, ...facts },
  });
  recordEvent(scope, { name: "subscription.changed", tenantId });
  return ok({ id });
}
