import { sql } from "drizzle-orm";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { notificationOf } from "@/lib/notifications/create-notification";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { insertTogether } from "@/lib/platform/insert-together";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import type { SaidOfVisit } from "./input";
import { isPaid } from "./internal/paid-visit";
import { changeDays, writeDays } from "./rules";

export type WriteRefusal =
  /** There is no such visit of theirs, it was taken back, or it is not paid. */
  | { refusal: "unknown_visit" }
  /** Too long ago to be said, or to be changed. */
  | { refusal: "too_late" };

type Visit = { customerId: string; customerName: string; timeZone: string; completedAt: string; staffIds: string[] };
type Written = { id: string; rating: number; words: string; isPublic: boolean; createdAt: string };

/**
 * What a customer says of a visit: once, and changed by them alone for some days. What is not said anew stays as it was; who
 * may read it is the house until they choose everybody. The caller has shown that the visit is theirs.
 */
export async function writeReview(
  scope: Scope,
  visitId: string,
  said: SaidOfVisit,
): Promise<Result<{ id: string }, WriteRefusal>> {
  const { tx, tenantId } = scope;
  const visit = await readVisit(scope, visitId);
  if (!visit) return refuse("unknown_visit");
  const at = now();
  const [written] = await tx.execute<Written>(sql`
    select id, rating, words, is_public as "isPublic", created_at as "createdAt" from reviews
    where tenant_id = ${tenantId} and visit_id = ${visitId} for update`);
  const over = written ? daysAfter(written.createdAt, changeDays) : daysAfter(visit.completedAt, writeDays);
  if (over <= at) return refuse("too_late");
  const before = { rating: written?.rating ?? 0, words: written?.words ?? "", isPublic: written?.isPublic ?? false };
  const { words = before.words, isPublic = before.isPublic, rating } = said;
  const id = written?.id ?? newId();
  if (!written) {
    const added = await tx.execute(sql`
      insert into reviews (tenant_id, id, visit_id, customer_id, rating, words, is_public, created_at)
      values (${tenantId}, ${id}, ${visitId}, ${visit.customerId}, ${rating}, ${words}, ${isPublic}, ${at.toISOString()})
      on conflict do nothing returning 1`);
    // Tapped twice: the other one stands, and this one is a change of it.
    if (added.length === 0) return writeReview(scope, visitId, said);
  } else {
    if (before.rating === rating && before.words === words && before.isPublic === isPublic) return ok({ id });
    await tx.execute(sql`
      update reviews set rating = ${rating}, words = ${words}, is_public = ${isPublic}, changed_at = ${at.toISOString()}
      where tenant_id = ${tenantId} and id = ${id}`);
    await recordAudit(scope, {
      action: "review.changed",
      entity: "review",
      entityId: id,
      customerId: visit.customerId,
      before,
      after: { rating, words, isPublic },
    });
  }
  const about = { reviewId: id, customerId: visit.customerId, staffIds: visit.staffIds };
  // Words that follow the stars are the same news.
  if (before.rating === rating) recordEvent(scope, { name: "review.changed", ...about });
  else {
    const event = { name: "review.written", ...about, stars: rating, was: before.rating || null } as const;
    recordEvent(scope, event);
    await insertTogether(scope, [notificationOf(scope, event, visit)]);
  }
  return ok({ id });
}

async function readVisit({ tx, tenantId }: Scope, visitId: string): Promise<Visit | null> {
  const [visit] = await tx.execute<Visit>(sql`
    select v.customer_id as "customerId", c.name as "customerName", t.time_zone as "timeZone",
      v.completed_at as "completedAt",
      array(select distinct l.staff_id from visit_lines l where l.tenant_id = v.tenant_id and l.visit_id = v.id)
        as "staffIds"
    from visits v join tenants t on t.id = v.tenant_id
    join customers c on c.tenant_id = v.tenant_id and c.id = v.customer_id and c.archived_at is null
    where v.tenant_id = ${tenantId} and v.id = ${visitId} and ${isPaid()}`);
  return visit ?? null;
}

const daysAfter = (iso: string, days: number): Date => new Date(Date.parse(iso) + days * 86_400_000);
