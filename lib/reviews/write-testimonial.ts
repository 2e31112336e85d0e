import { sql } from "drizzle-orm";
import type { TestimonialStatus } from "@/db/schema/reviews";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Actor, Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import type { DecideTestimonialInput, TestimonialInput } from "./input";

export type Testimonial = { rating: number; words: string; status: TestimonialStatus };

/** What the business says of the platform, kept beside what customers say of it and in none of its averages. */
export async function getTestimonial({ tx, tenantId }: Scope): Promise<Testimonial | null> {
  const [row] = await tx.execute<Testimonial>(
    sql`select rating, words, status from testimonials where tenant_id = ${tenantId}`,
  );
  return row ? { ...row } : null;
}

/** Said anew it waits anew: what was approved is what is shown. */
export async function writeTestimonial(
  scope: Scope,
  { rating, words }: TestimonialInput,
): Promise<Result<{ status: TestimonialStatus }, never>> {
  const { tx, tenantId, actor } = scope;
  const at = now().toISOString();
  const before = await getTestimonial(scope);
  if (before?.rating === rating && before.words === words) return ok({ status: before.status });
  await tx.execute(sql`
    insert into testimonials (tenant_id, rating, words, by_user_id, created_at)
    values (${tenantId}, ${rating}, ${words}, ${actor.kind === "member" ? actor.userId : null}, ${at})
    on conflict (tenant_id) do update set rating = excluded.rating, words = excluded.words, by_user_id = excluded.by_user_id,
      status = 'waiting', changed_at = ${at}, decided_at = null`);
  await recordAudit(scope, {
    action: "testimonial.written",
    entity: "tenant",
    entityId: tenantId,
    ...(before ? { before: { rating: before.rating, words: before.words } } : {}),
    after: { rating, words },
  });
  recordEvent(scope, { name: "testimonial.changed", tenantId });
  return ok({ status: "waiting" });
}

/** Whether it is shown on the platform's front page. Decided is what was read: said anew meanwhile it is read anew. */
export async function decideTestimonial(
  tenantId: string,
  admin: Extract<Actor, { kind: "admin" }>,
  { decision, seen }: DecideTestimonialInput,
): Promise<Result<{ status: TestimonialStatus }, { refusal: "unknown_testimonial" } | { refusal: "said_anew" }>> {
  return withTenant(tenantId, admin, async (scope) => {
    await scope.tx.execute(sql`select from testimonials where tenant_id = ${tenantId} for update`);
    const before = await getTestimonial(scope);
    if (!before) return refuse("unknown_testimonial");
    if (before.rating !== seen.rating || before.words !== seen.words) return refuse("said_anew");
    if (before.status === decision) return ok({ status: decision });
    await scope.tx.execute(sql`
      update testimonials set status = ${decision}, decided_at = ${now().toISOString()} where tenant_id = ${tenantId}`);
    await recordAudit(scope, {
      action: "testimonial.decided",
      entity: "tenant",
      entityId: tenantId,
      before: { status: before.status },
      after: { status: decision },
    });
    recordEvent(scope, { name: "testimonial.changed", tenantId });
    return ok({ status: decision });
  });
}
