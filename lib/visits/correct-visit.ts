import { and, eq, sql } from "drizzle-orm";
import { visits } from "@/db/schema/visits";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import type { Corrected } from "./get-visit";
import type { CorrectVisitInput } from "./input";
import { type Line, type LockedVisit, lockVisit } from "./internal/lock-visit";
import { mayCorrect } from "./rules";

export type CorrectRefusal =
  | { refusal: "unknown_visit" }
  /** Its day is over for whoever asks; see rules. */
  | { refusal: "day_closed" }
  /** Somebody else has corrected it since it was seen. */
  | { refusal: "moved_on" }
  | { refusal: "unknown_line" }
  | { refusal: "unknown_staff" };

/** Puts right what was charged, who did it, or what was noted; says who did so, why, and what it was before. */
export async function correctVisit(
  scope: Scope,
  { id, ...wish }: CorrectVisitInput & { id: string },
): Promise<Result<{ id: string; revision: number }, CorrectRefusal>> {
  const visit = await lockVisit(scope, id, wish);
  if (!visit || scope.actor.kind !== "member") return refuse("unknown_visit");
  const [date, today] = [visit.startedAt, now()].map((at) => localDate(at, visit.timeZone));
  if (!mayCorrect(date!, scope.actor.role, today!)) return refuse("day_closed");

  const corrected = visit.lines.map((line) => ({ ...line, ...wishFor(wish, line.id, visit.staff) }));
  if (wish.lines.some(({ id: lineId }) => !visit.lines.some((line) => line.id === lineId)))
    return refuse("unknown_line");
  if (corrected.some(({ staff }) => staff === undefined)) return refuse("unknown_staff");
  const notes = wish.notes ?? visit.notes;
  const changed = corrected.filter((line, at) => isOther(line, visit.lines[at]!));
  // Nothing is different, also when the same correction comes once more.
  if (changed.length === 0 && notes === visit.notes) return ok({ id, revision: visit.revision });
  if (wish.revision !== visit.revision) return refuse("moved_on");

  const revision = visit.revision + 1;
  await write(scope, id, { corrected, changed, notes, revision });
  const was = visit.lines.filter((line) => changed.some((other) => other.id === line.id));
  const said = (lines: Line[], text: string): Corrected => ({
    ...(lines.length > 0
      ? { lines: lines.map(({ service, staff, priceMinor }) => ({ service, staff, priceMinor })) }
      : {}),
    ...(notes === visit.notes ? {} : { notes: text }),
  });
  await recordAudit(scope, {
    action: "visit.corrected",
    entity: "visit",
    entityId: id,
    customerId: visit.customerId,
    before: said(was, visit.notes),
    after: { ...said(changed, notes), reason: wish.reason },
  });
  // Who did it before, too: it is no longer theirs.
  const staffIds = [...new Set([...visit.lines, ...corrected].map(({ staffId }) => staffId))];
  recordEvent(scope, { name: "visit.corrected", visitId: id, customerId: visit.customerId, staffIds });
  return ok({ id, revision });
}

const isOther = (line: Line, before: Line) => line.priceMinor !== before.priceMinor || line.staffId !== before.staffId;

function wishFor({ lines }: CorrectVisitInput, id: string, names: LockedVisit["staff"]): Partial<Line> {
  const { priceMinor, staffId } = lines.find((line) => line.id === id) ?? {};
  return {
    ...(priceMinor === undefined ? {} : { priceMinor }),
    ...(staffId === undefined ? {} : { staffId, staff: names.get(staffId)! }),
  };
}

async function write(
  { tx, tenantId }: Scope,
  id: string,
  to: { corrected: Line[]; changed: Line[]; notes: string; revision: number },
): Promise<void> {
  const { corrected, changed, notes, revision } = to;
  const rows = JSON.stringify(changed.map((line) => ({ id: line.id, staff: line.staffId, price: line.priceMinor })));
  await Promise.all([
    tx
      .update(visits)
      .set({ notes, revision, totalMinor: corrected.reduce((sum, { priceMinor }) => sum + priceMinor, 0) })
      .where(and(eq(visits.tenantId, tenantId), eq(visits.id, id))),
    tx.execute(sql`
      update visit_lines l set staff_id = c.staff, price_minor = c.price
      from jsonb_to_recordset(${rows}::jsonb) as c (id uuid, staff uuid, price bigint)
      where l.tenant_id = ${tenantId} and l.visit_id = ${id} and l.id = c.id`),
  ]);
}
