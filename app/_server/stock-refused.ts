import "server-only";
import type { CountRefusal } from "@/lib/inventory/count-stock";
import type { StockRefusal } from "@/lib/inventory/receive-stock";
import type { RecipeRefusal } from "@/lib/inventory/set-recipe";
import type { TrackRefusal } from "@/lib/inventory/track-product";
import type { Result } from "@/lib/platform/result";
import { type ActionAnswer, done, stopped } from "./action";
import { invalid, problem } from "./problem";
import { json, notFoundProblem } from "./route";

type Refusal = TrackRefusal | StockRefusal | RecipeRefusal | CountRefusal | { refusal: "key_reused" };

const words: Record<Exclude<Refusal["refusal"], "not_enough">, string> = {
  unknown_product: "This product is no longer here.",
  unknown_service: "This service is no longer here.",
  unknown_count: "This count is no longer here.",
  not_counted: "One of these products is not counted. Track it first.",
  unit_in_use: "Something has come, gone, been counted or stands in a recipe, so it stays counted as it is.",
  count_finished: "This count is finished. Start another one.",
  counted_since: "Somebody has counted it since you did: their number stands.",
  nothing_counted: "Nothing has been counted yet.",
  key_reused: "This was sent before with something else in it. Close the form and open it again.",
};

const fewer = (left: number) => (left > 0 ? `is more than there is: ${left} left` : "is more than there is: none left");

/** A verb's outcome as a form gets it. */
export function stockAnswer<T>(answer: Result<T, Refusal>): ActionAnswer<T> {
  if (answer.ok) return done(answer.value);
  if (answer.refusal === "not_enough")
    return stopped("There is less than that.", { code: answer.refusal, fields: { change: [fewer(answer.left)] } });
  return stopped(words[answer.refusal], { code: answer.refusal });
}

/** And as a program gets it. */
export function stockReply<T extends object>(answer: Result<T, Refusal>, status = 200): Response {
  if (answer.ok) return json(answer.value, status);
  if (answer.refusal === "not_enough") return invalid({ change: [fewer(answer.left)] });
  return answer.refusal.startsWith("unknown_")
    ? notFoundProblem()
    : problem(409, answer.refusal, words[answer.refusal]);
}
