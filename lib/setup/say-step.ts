import { and, eq } from "drizzle-orm";
import { type SaidStep, setupSteps } from "@/db/schema/setup";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import type { SayStep } from "./input";

/** What cannot be seen in the data. Once more it changes nothing. */
export async function sayStep(scope: Scope, said: SayStep): Promise<void> {
  const { tenantId } = scope;
  const step: SaidStep = "step" in said ? said.step : "put_away";
  const isDone = "step" in said || said.putAway;
  if (!(isDone ? await put(scope, step) : await takeAway(scope, step))) return;
  await recordAudit(scope, {
    action: "setup.changed",
    entity: "tenant",
    entityId: tenantId,
    after: { [step]: isDone },
  });
  recordEvent(scope, { name: "setup.changed", tenantId });
}

async function put({ tx, tenantId }: Scope, step: SaidStep): Promise<boolean> {
  const made = await tx
    .insert(setupSteps)
    .values({ tenantId, step, doneAt: now() })
    .onConflictDoNothing()
    .returning({ step: setupSteps.step });
  return made.length > 0;
}

async function takeAway({ tx, tenantId }: Scope, step: SaidStep): Promise<boolean> {
  const gone = await tx
    .delete(setupSteps)
    .where(and(eq(setupSteps.tenantId, tenantId), eq(setupSteps.step, step)))
    .returning({ step: setupSteps.step });
  return gone.length > 0;
}
