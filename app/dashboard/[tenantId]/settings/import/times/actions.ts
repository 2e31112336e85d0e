"use server";

import { done, memberAction, stopped } from "@/app/_server/action";
import { phrase } from "@/app/_words/phrase";
import { sayHere } from "@/app/_words/say-here";
import { answerTimes } from "@/lib/moving-in/answer-times";
import { answerTimesInput } from "@/lib/moving-in/input";

const words = {
  answered_already: phrase("Somebody has answered this already."),
  did_not_move_in: phrase("Nothing came in from the old system here."),
};

/** Whether what came in stands at the right times. */
export const sayTimes = memberAction("times.answer", answerTimesInput, async (scope, _, wish) => {
  const answered = await answerTimes(scope, wish);
  if (answered.ok) return done(answered.value);
  const say = await sayHere();
  return stopped(say(words[answered.refusal]), { code: answered.refusal });
});
