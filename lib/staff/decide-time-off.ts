import { and, eq } from "drizzle-orm";
import { type TimeOffStatus, timeOff } from "@/db/schema/hours";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { notificationOf } from "@/lib/notifications/create-notification";
import { now } from "@/lib/platform/clock";
import { insertTogether } from "@/lib/platform/insert-together";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { ownStaffOnly } from "@/lib/tenancy/own";
import type { Scope } from "@/lib/tenancy/scope";
import { answerWords } from "./answer-words";
import { tellPerson } from "./internal/tell-person";
import { lockTimeOff, type TimeOffRow } from "./internal/time-off-row";
import { timeOffWords } from "./time-off-words";

export type DecideRefusal = { refusal: "unknown" } | { refusal: "moved_on"; status: TimeOffStatus };
type Answer = Promise<Result<null, DecideRefusal>>;

export { lockTimeOff } from "./internal/time-off-row";

/** Says yes or no to who asked, and tells them. The same again is the same. */
export async function decideTimeOff(
  scope: Scope,
  { id, to, answer }: { id: string; to: "approved" | "declined"; answer: string },
): Answer {
  const row = await lockTimeOff(scope, id);
  if (!row) return refuse("unknown");
  if (row.status === to) return ok(null);
  if (row.status !== "asked") return refuse("moved_on", { status: row.status });
  await write(scope, row, to, answer);
  const message = { template: `time-off-${to}`, dedupeKey: `time-off ${id} ${to}` };
  await tellPerson(scope, row.staffId, message, (language) => {
    const said = answerWords[language][to](timeOffWords(row.from, row.to, row.timeZone, language));
    return answer ? { ...said, body: `${said.body}\n\n${answer}` } : said;
  });
  return ok(null);
}

/** Takes it back: who asked, while nobody has answered; the house at any time before it is over. */
export async function withdrawTimeOff(scope: Scope, id: string): Answer {
  const row = await lockTimeOff(scope, id);
  if (!row) return refuse("unknown");
  if (row.status === "withdrawn") return ok(null);
  const isOwn = ownStaffOnly(scope.actor) !== null;
  const mayGo = row.status === "asked" || (row.status === "approved" && !isOwn && Date.parse(row.to) > now().getTime());
  if (!mayGo) return refuse("moved_on", { status: row.status });
  await write(scope, row, "withdrawn", "");
  return ok(null);
}

async function write(
  scope: Scope,
  row: TimeOffRow,
  to: "approved" | "declined" | "withdrawn",
  answer: string,
): Promise<void> {
  const { tx, tenantId, actor } = scope;
  const { id, staffId, staffName, timeZone } = row;
  await tx
    .update(timeOff)
    .set({ status: to, answer, decidedAt: now(), decidedBy: actor.kind === "member" ? actor.userId : null })
    .where(and(eq(timeOff.tenantId, tenantId), eq(timeOff.id, id)));
  const when = timeOffWords(row.from, row.to, timeZone);
  const event = { name: `timeoff.${to}` as const, timeOffId: id, staffId, staffName, when };
  recordEvent(scope, event);
  await insertTogether(scope, [notificationOf(scope, event, { customerName: null, timeZone })]);
  await recordAudit(scope, {
    action: event.name,
    entity: "staff",
    entityId: staffId,
    personId: staffId,
    before: { timeOff: when, status: row.status },
    after: { status: to, answer },
  });
}
