"use server";

import { memberAction } from "@/app/_server/action";
import { reviewAnswer } from "@/app/_server/review-refused";
import { answerReview, hideReview, showReview } from "@/lib/reviews/answer-review";
import { answerInput, hideInput, showInput } from "@/lib/reviews/input";

export const answerIt = memberAction("reviews.answer", answerInput, async (scope, _, wish) =>
  reviewAnswer(await answerReview(scope, wish)),
);

export const hideIt = memberAction("reviews.answer", hideInput, async (scope, _, wish) =>
  reviewAnswer(await hideReview(scope, wish)),
);

export const showIt = memberAction("reviews.answer", showInput, async (scope, _, wish) =>
  reviewAnswer(await showReview(scope, wish)),
);
