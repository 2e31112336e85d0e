import { sql } from "drizzle-orm";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";

export type ReviewRefusal = { refusal: "unknown_review" };
type Done = Promise<Result<{ id: string }, ReviewRefusal>>;
type Standing = { customerId: string; answer: string; hiddenReason: string; staffIds: string[] };

/** What the house says to it, in public where the review is; no words take an answer away. */
export async function answerReview(scope: Scope, { reviewId, answer }: { reviewId: string; answer: string }): Done {
  const standing = await lockReview(scope, reviewId);
  if (!standing) return refuse("unknown_review");
  if (standing.answer === answer) return ok({ id: reviewId });
  await scope.tx.execute(sql`
    update reviews set answer = ${answer}, answered_at = ${answer === "" ? null : now().toISOString()}::timestamptz,
      answered_by = ${answer === "" ? null : userOf(scope)}::uuid
    where tenant_id = ${scope.tenantId} and id = ${reviewId}`);
  return written(scope, reviewId, standing, "review.answered", { answer: standing.answer }, { answer });
}

/**
 * Words that are abuse are kept from the public; why stands in the log for good. The stars stay and count: nobody makes an
 * average better by it.
 */
export async function hideReview(scope: Scope, { reviewId, reason }: { reviewId: string; reason: string }): Done {
  const standing = await lockReview(scope, reviewId);
  if (!standing) return refuse("unknown_review");
  if (standing.hiddenReason === reason) return ok({ id: reviewId });
  await scope.tx.execute(sql`
    update reviews set hidden_reason = ${reason}, hidden_at = ${now().toISOString()}, hidden_by = ${userOf(scope)}
    where tenant_id = ${scope.tenantId} and id = ${reviewId}`);
  return written(scope, reviewId, standing, "review.hidden", { hidden: standing.hiddenReason }, { hidden: reason });
}

export async function showReview(scope: Scope, { reviewId }: { reviewId: string }): Done {
  const standing = await lockReview(scope, reviewId);
  if (!standing) return refuse("unknown_review");
  if (standing.hiddenReason === "") return ok({ id: reviewId });
  await scope.tx.execute(sql`
    update reviews set hidden_reason = '', hidden_at = null, hidden_by = null
    where tenant_id = ${scope.tenantId} and id = ${reviewId}`);
  return written(scope, reviewId, standing, "review.shown", { hidden: standing.hiddenReason }, { hidden: "" });
}

async function lockReview({ tx, tenantId }: Scope, reviewId: string): Promise<Standing | null> {
  const [row] = await tx.execute<Standing>(sql`
    select r.customer_id as "customerId", r.answer, r.hidden_reason as "hiddenReason",
      array(select distinct l.staff_id from visit_lines l where l.tenant_id = r.tenant_id and l.visit_id = r.visit_id)
        as "staffIds"
    from reviews r where r.tenant_id = ${tenantId} and r.id = ${reviewId} for update of r`);
  return row ?? null;
}

const userOf = ({ actor }: Scope): string | null => ("userId" in actor ? actor.userId : null);

async function written(
  scope: Scope,
  reviewId: string,
  { customerId, staffIds }: Standing,
  action: "review.answered" | "review.hidden" | "review.shown",
  before: Record<string, string>,
  after: Record<string, string>,
): Done {
  await recordAudit(scope, { action, entity: "review", entityId: reviewId, customerId, before, after });
  recordEvent(scope, { name: "review.changed", reviewId, customerId, staffIds });
  return ok({ id: reviewId });
}
