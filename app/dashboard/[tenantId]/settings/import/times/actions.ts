"use server";

import { done, memberAction, stopped } from "@/app/_server/action";
import { phrase } from "@/app/_words/phrase";
import { answerTimes } from "@/lib/moving-in/answer-times";
import { answerTimesInput } from "@/lib/moving-in/input";

const words = {
  answered_already: phrase("Somebody has answered this already."),
  did_not_move_in: phrase("Nothing came in from the old system here."),
};

/** Whether what came in stands at the right times. */
export const sayTimes = memberAction("times.answer", answerTimesInput, async (scope, _, wish) => {
  const answered = await answerTimes(scope, wish);
  return answered.ok ? done(answered.value) : stopped(words[answered.refusal], { code: answered.refusal });
});
