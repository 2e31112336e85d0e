import { customerCommand, customerQuestion } from "@/app/_server/customer-route";
import { reviewReply } from "@/app/_server/review-refused";
import { tooMany } from "@/app/_server/route";
import { countOwnChange } from "@/lib/auth/limits";
import { ownReviewInput } from "@/lib/reviews/input";
import { ownReviews, writeOwnReview } from "@/lib/reviews/write-own-review";

/** Own visits with what was said of them, and those of which something may still be said. */
export const GET = customerQuestion("portal.own", async (scope, { own }) => ({
  items: await ownReviews(scope, own.id),
}));

export const POST = customerCommand("portal.own", ownReviewInput, async (scope, { own, accountId }, said) => {
  const within = await countOwnChange("profile", accountId);
  return within.ok ? reviewReply(await writeOwnReview(scope, own.id, said)) : tooMany(within);
});
