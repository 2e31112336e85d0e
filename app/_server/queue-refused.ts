import "server-only";
import { now } from "@/lib/platform/clock";
import { minuteWords } from "@/lib/services/rules";
import type { TurnRefusal } from "@/lib/waitlist/change-turn";
import type { JoinRefusal } from "@/lib/waitlist/join-waitlist";
import type { LeaveRefusal } from "@/lib/waitlist/leave-waitlist";
import type { TicketRefusal } from "@/lib/waitlist/take-ticket";
import { stopped } from "./action";
import { invalid, problem } from "./problem";
import { notFoundProblem } from "./route";

type Refused = TicketRefusal | TurnRefusal | JoinRefusal | LeaveRefusal | { refusal: "too_late" };
type Missing = "unknown_ticket" | "unknown_entry";
type Said = Exclude<Refused["refusal"], "invalid" | "nobody_free">;

const words: Record<Said, string> = {
  unknown_ticket: "This ticket is no longer here.",
  unknown_entry: "This person is no longer on the list.",
  unknown_service: "This service is not on offer.",
  unknown_staff: "Whoever is to do it does not do that service. Choose somebody else.",
  queue_full: "The queue is full for today.",
  list_full: "The list is full: take somebody off first.",
  waits_often: "This customer waits for as many times as anybody may.",
  waits_already: "This customer waits for that service on one of these days already.",
  call_us: "The house looks for a time for this customer itself.",
  not_open: "The business takes no bookings now.",
  key_reused: "This key came with another wish before.",
  moved_on: "Somebody else has changed it meanwhile. Look again.",
  not_yours: "Your role does not allow this.",
  day_over: "That day is over, and its queue with it.",
  ended: "They are off the list already.",
  too_late: "It is too late to take this back.",
};

function nobodyFree(from: string | null): string {
  if (!from) return "Nobody who does it is free any more today.";
  const minutes = Math.max(1, Math.ceil((Date.parse(from) - now().getTime()) / 60_000));
  return `Nobody who does it is free yet: somebody is in ${minuteWords(minutes)}.`;
}

const missing: ReadonlySet<string> = new Set<Missing>(["unknown_ticket", "unknown_entry"]);

/** Why it was not done, for programs. */
export function queueProblem(refused: Refused): Response {
  if (refused.refusal === "invalid") return invalid(refused.fields);
  if (missing.has(refused.refusal)) return notFoundProblem();
  const { ok: _, refusal, ...more } = { ok: false, ...refused };
  const status = refusal === "not_yours" ? 403 : refusal === "key_reused" ? 422 : 409;
  return problem(status, refusal, sentenceOf(refused), more);
}

/** And for people. */
export function queueStopped(refused: Refused) {
  if (refused.refusal === "invalid")
    return stopped("Some fields are not right.", { fields: refused.fields, code: "invalid" });
  return stopped(sentenceOf(refused), { code: refused.refusal });
}

const sentenceOf = (refused: Exclude<Refused, { refusal: "invalid" }>): string =>
  refused.refusal === "nobody_free" ? nobodyFree(refused.from) : words[refused.refusal];
