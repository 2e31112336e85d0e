import { reviewReply } from "@/app/_server/review-refused";
import { memberCommand, memberQuestion, notFoundProblem } from "@/app/_server/route";
import { isId } from "@/lib/platform/ids";
import { answerReview, hideReview, showReview } from "@/lib/reviews/answer-review";
import { changeReviewInput } from "@/lib/reviews/input";
import { getReview } from "@/lib/reviews/list-reviews";

type Params = { id: string };

export const GET = memberQuestion<Params>(
  "reviews.see",
  async (scope, _, __, { id }) => (isId(id) ? await getReview(scope, id) : null) ?? notFoundProblem(),
);

/** What the house may do to it: answer, keep abuse from the public, or show it again. */
export const PUT = memberCommand("reviews.answer", changeReviewInput, async (scope, _, change, { id }: Params) => {
  if (!isId(id)) return notFoundProblem();
  if ("answer" in change) return reviewReply(await answerReview(scope, { reviewId: id, answer: change.answer }));
  if ("hiddenReason" in change)
    return reviewReply(await hideReview(scope, { reviewId: id, reason: change.hiddenReason }));
  return reviewReply(await showReview(scope, { reviewId: id }));
});
