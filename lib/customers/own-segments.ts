import { and, eq } from "drizzle-orm";
import { isDuplicate } from "@/db/errors";
import { customerSegments, type SegmentRule } from "@/db/schema/customer-files";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import type { SaveSegmentInput } from "./segment-input";
import { builtIn } from "./segment-rules";

export type OwnSegment = { id: string; name: string; rule: SegmentRule };
export type SegmentRefusal = { refusal: "name_taken" } | { refusal: "too_many_segments"; most: number };

export const mostSegments = 50;

/** The house's own groups, by name. */
export const listSegments = ({ tx, tenantId }: Scope): Promise<OwnSegment[]> =>
  tx
    .select({ id: customerSegments.id, name: customerSegments.name, rule: customerSegments.rule })
    .from(customerSegments)
    .where(eq(customerSegments.tenantId, tenantId))
    .orderBy(customerSegments.name, customerSegments.id);

/** A rule under a name of its own. */
export async function saveSegment(
  scope: Scope,
  { name, rule }: SaveSegmentInput,
): Promise<Result<{ id: string }, SegmentRefusal>> {
  const there = await listSegments(scope);
  if (there.length >= mostSegments) return refuse("too_many_segments", { most: mostSegments });
  // Two of one name are not told apart where one is chosen.
  if (builtIn.some(({ label }) => label.toLowerCase() === name.toLowerCase())) return refuse("name_taken");
  const id = newId();
  const byUserId = scope.actor.kind === "member" ? scope.actor.userId : null;
  try {
    await scope.tx.transaction((tx) =>
      tx.insert(customerSegments).values({ tenantId: scope.tenantId, id, name, rule, byUserId, createdAt: now() }),
    );
  } catch (error) {
    if (isDuplicate(error, "customer_segments_name")) return refuse("name_taken");
    throw error;
  }
  await recordAudit(scope, { action: "segment.saved", entity: "segment", entityId: id, after: { name, rule } });
  recordEvent(scope, { name: "segment.changed", segmentId: id });
  return ok({ id });
}

/** Nobody is lost with it: it was a question only. */
export async function dropSegment(
  scope: Scope,
  id: string,
): Promise<Result<{ id: string }, { refusal: "unknown_segment" }>> {
  const [gone] = await scope.tx
    .delete(customerSegments)
    .where(and(eq(customerSegments.tenantId, scope.tenantId), eq(customerSegments.id, id)))
    .returning({ name: customerSegments.name, rule: customerSegments.rule });
  if (!gone) return refuse("unknown_segment");
  await recordAudit(scope, { action: "segment.dropped", entity: "segment", entityId: id, before: gone });
  recordEvent(scope, { name: "segment.changed", segmentId: id });
  return ok({ id });
}
