"use server";

import { waitWords } from "@/app/_components/forms/wait-words";
import { customerFormAction } from "@/app/_server/form-action";
import type { ReviewState } from "@/app/v/_parts/review-form";
import { readReview, typedReview } from "@/app/v/_parts/typed-review";
import { countOwnChange } from "@/lib/auth/limits";
import { isId } from "@/lib/platform/ids";
import { reviewWords } from "@/lib/reviews/words";
import { ownReviews, writeOwnReview } from "@/lib/reviews/write-own-review";

/** How a visit of their own was. */
export const sayOwn = customerFormAction<ReviewState>(
  "portal.own",
  typedReview,
  async ({ own, account, act }, text, kept) => {
    const words = reviewWords[own.language];
    const said = readReview(kept);
    const visitId = text("visit");
    if (!said) return { ...kept, problem: words.noStars };
    if (!isId(visitId)) return { ...kept, problem: words.gone };
    const within = await countOwnChange("profile", account.accountId);
    if (!within.ok) return { ...kept, problem: waitWords(within.retryAfterSeconds, own.language) };
    const written = await act((scope) => writeOwnReview(scope, own.id, { visitId, ...said }));
    if (!written.ok) return { ...kept, problem: written.refusal === "too_late" ? words.noLonger : words.gone };
    if (kept.who !== "") return { ...kept, saved: true };
    // A tap on a star brought no words along: those that stand are shown.
    const stands = (await act((scope) => ownReviews(scope, own.id))).find((one) => one.visitId === visitId)?.said;
    return { ...kept, words: stands?.words ?? "", who: stands?.isPublic ? "everybody" : "house" };
  },
);
