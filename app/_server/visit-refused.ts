import "server-only";
import type { CorrectRefusal } from "@/lib/visits/correct-visit";
import { stopped } from "./action";
import { invalid, problem } from "./problem";
import { notFoundProblem } from "./route";

const words: Record<Exclude<CorrectRefusal["refusal"], "unknown_line" | "unknown_staff">, string> = {
  unknown_visit: "This visit is no longer here.",
  day_closed: "The time to correct it is over. An owner or a manager can for a month.",
  moved_on: "Somebody else has corrected it meanwhile. Look at it again.",
};

/** Why a visit was not corrected, for programs. */
export function correctProblem({ refusal }: CorrectRefusal): Response {
  if (refusal === "unknown_visit") return notFoundProblem();
  if (refusal === "unknown_line") return invalid({ "lines.id": ["is not one of its services"] });
  if (refusal === "unknown_staff") return invalid({ "lines.staffId": ["is not on the staff list"] });
  return problem(409, refusal, words[refusal]);
}

/** And for people. */
export const correctStopped = ({ refusal }: CorrectRefusal) =>
  refusal === "unknown_line" || refusal === "unknown_staff"
    ? stopped("Whoever is named is no longer on the staff list.", { code: refusal })
    : stopped(words[refusal], { code: refusal });
