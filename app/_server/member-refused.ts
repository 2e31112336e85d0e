import "server-only";
import { refusalWords } from "@/lib/members/rules";
import { formatWait } from "@/lib/platform/format";
import { stopped } from "./action";
import { invalid, problem } from "./problem";
import { notFoundProblem, tooMany } from "./route";

type Refused =
  | { refusal: Exclude<keyof typeof refusalWords, "too_many"> | "unknown" }
  | { refusal: "too_many"; retryAfterSeconds: number };

/** What is wrong with where an invitation was to go. */
const faultsOfDestination: { [R in Refused["refusal"]]?: string } = {
  no_country: "is in a country to which we cannot send SMS yet",
  sms_later: "has to be an e-mail address until the business is approved",
};

export const gone = "This is no longer here. Somebody else may have changed it.";

/** Why something about members was not done, for programs. */
export function memberProblem(refused: Refused): Response {
  const { refusal } = refused;
  if (refusal === "too_many") return tooMany({ ok: false, retryAfterSeconds: refused.retryAfterSeconds });
  if (refusal === "unknown") return notFoundProblem();
  if (refusal === "staff_unknown") return invalid({ staffId: ["is not on the staff list"] });
  const fault = faultsOfDestination[refusal];
  if (fault) return invalid({ destination: [fault] });
  const status = refusal === "forbidden" || refusal === "own_role" ? 403 : 409;
  return problem(status, refusal, refusalWords[refusal]);
}

/** And for people. */
export function memberStopped(refused: Refused) {
  const { refusal } = refused;
  const words =
    refusal === "too_many"
      ? `${refusalWords.too_many} Try again in ${formatWait(refused.retryAfterSeconds)}.`
      : refusal === "unknown"
        ? gone
        : refusalWords[refusal];
  const fault = faultsOfDestination[refusal];
  return stopped(words, { code: refusal, ...(fault ? { fields: { destination: [fault] } } : {}) });
}
