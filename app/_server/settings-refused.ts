import "server-only";
import type { ResourceRefusal } from "@/lib/resources/change-resource";
import type { NeverOpen } from "@/lib/services/booking-window";
import type { TimeOffRefusal } from "@/lib/staff/ask-time-off";
import type { DecideRefusal } from "@/lib/staff/decide-time-off";
import type { StaffDayRefusal } from "@/lib/staff/set-staff-day";
import { stopped } from "./action";
import { gone } from "./member-refused";
import { invalid, problem } from "./problem";
import { notFoundProblem } from "./route";

type Refused = (ResourceRefusal | TimeOffRefusal | DecideRefusal | StaffDayRefusal | NeverOpen) & { ok: false };

const become = {
  asked: "waiting for an answer",
  approved: "approved",
  declined: "declined",
  withdrawn: "taken back",
} as const;

/** What is wrong with a field that was sent. */
function faultIn(refused: Refused): Record<string, string[]> | null {
  switch (refused.refusal) {
    case "unknown_service":
      return { serviceIds: ["name a service that is not sold here"] };
    case "is_over":
      return { lastDay: ["is over already"] };
    case "past":
      return { date: ["is over already"] };
    case "overlaps":
      return { firstDay: [`overlaps time off that is there already: ${refused.with}`] };
    case "never_open":
      return { [refused.field]: [neverOpenWords(refused)] };
    default:
      return null;
  }
}

function neverOpenWords({ field, service }: NeverOpen): string {
  const nothing = service ? `${service} could not be booked` : "nothing could be booked";
  if (!field.endsWith("horizonDays")) return `is longer than one may book ahead, so ${nothing}`;
  return service ? `is shorter than the notice it needs, so ${nothing}` : `is shorter than the notice, so ${nothing}`;
}

const wordsFor = (refused: Refused): string =>
  refused.refusal === "moved_on" ? `Somebody was quicker: it is ${become[refused.status]}.` : gone;

/** Why a setting was not changed, for programs. */
export function settingProblem(refused: Refused): Response {
  const fields = faultIn(refused);
  if (fields) return invalid(fields);
  return refused.refusal === "moved_on" ? problem(409, refused.refusal, wordsFor(refused)) : notFoundProblem();
}

/** And for people. */
export function settingStopped(refused: Refused) {
  const fields = faultIn(refused);
  return fields
    ? stopped("Some fields are not right.", { fields, code: refused.refusal })
    : stopped(wordsFor(refused), { code: refused.refusal });
}
