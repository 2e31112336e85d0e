import "server-only";
import type { Result } from "@/lib/platform/result";
import type { ReviewRefusal } from "@/lib/reviews/answer-review";
import type { WriteRefusal } from "@/lib/reviews/write-review";
import { type ActionAnswer, done, stopped } from "./action";
import { problem } from "./problem";
import { notFoundProblem } from "./route";

type Refusal = ReviewRefusal | WriteRefusal | { refusal: "unknown_testimonial" } | { refusal: "said_anew" };

const words: Record<Refusal["refusal"], string> = {
  unknown_review: "This review is no longer here.",
  unknown_visit: "This visit is no longer here, or it is not paid yet.",
  unknown_testimonial: "They say nothing any more.",
  said_anew: "They have said something else meanwhile. Read it before you decide.",
  too_late: "It is too late to say this of the visit, or to change it.",
};

export const reviewAnswer = <T>(answer: Result<T, Refusal>): ActionAnswer<T> =>
  answer.ok ? done(answer.value) : stopped(words[answer.refusal], { code: answer.refusal });

/** The same for programs. */
export function reviewReply<T extends object>(answer: Result<T, Refusal>): T | Response {
  if (answer.ok) return answer.value;
  const { refusal } = answer;
  return refusal === "too_late" || refusal === "said_anew" ? problem(409, refusal, words[refusal]) : notFoundProblem();
}
