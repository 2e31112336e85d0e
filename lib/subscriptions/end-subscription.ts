import type { z } from "zod";
import { recordAudit } from "@/lib/auth/audit";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import type { endsInput } from "./input";
import { voidOpen } from "./internal/invoices";
import { isRunning, lockSubscription } from "./internal/subscription";
import { writeTerms } from "./internal/write-terms";
import { dueDay } from "./terms";

export type EndRefusal = { refusal: "not_charged" } | { refusal: "over" };

/** Nothing more is asked for: what is paid goes on until its end, then everything can still be read and exported. Or it goes on. */
export async function endSubscription(
  scope: Scope,
  { ends }: z.output<typeof endsInput>,
): Promise<Result<{ until: string }, EndRefusal>> {
  const subscription = await lockSubscription(scope);
  if (!subscription) return refuse("not_charged");
  const { cancelsAtEnd, status } = subscription;
  const until = dueDay(subscription);
  // What is over already goes on by being paid for.
  if (!ends && !isRunning(subscription)) return refuse("over");
  if (status === "cancelled" || ends === cancelsAtEnd) return ok({ until });
  const isOver = !isRunning(subscription);
  await voidOpen(scope);
  await writeTerms(scope, { ...subscription, status: isOver ? "cancelled" : status, cancelsAtEnd: ends });
  await recordAudit(scope, {
    action: ends ? "subscription.ended" : "subscription.kept",
    entity: "subscription",
    entityId: scope.tenantId,
    after: { until },
  });
  return ok({ until });
}
