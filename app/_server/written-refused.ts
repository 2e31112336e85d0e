import "server-only";
import type { MessageRefusal } from "@/lib/conversations/write-message";
import type { Result } from "@/lib/platform/result";
import { isNotThere, notThereWords } from "./not-there";
import { problem } from "./problem";
import { notFoundProblem } from "./route";

export function messageReply<T extends object>(answer: Result<T, MessageRefusal>): T | Response {
  if (answer.ok) return answer.value;
  if (answer.refusal === "unknown_conversation") return notFoundProblem();
  if (isNotThere(answer)) return problem(409, answer.refusal, notThereWords(answer));
  return problem(422, "key_reused", "This was sent before with other words in it.");
}
