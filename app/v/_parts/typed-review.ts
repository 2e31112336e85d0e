import type { SaidOfVisit } from "@/lib/reviews/input";
import { saidOfVisit } from "@/lib/reviews/input";
import type { ReviewState } from "./review-form";

/** A form's review, or null without stars. A tap on a star leaves the words and who reads them as they are. */
export function readReview({ rating, words, who }: ReviewState): SaidOfVisit | null {
  const said = saidOfVisit.safeParse({
    rating,
    ...(who === "" ? {} : { words, isPublic: who === "everybody" }),
  });
  return said.success ? said.data : null;
}

export const typedReview = (text: (name: string) => string): ReviewState => ({
  rating: text("rating"),
  words: text("words"),
  who: text("who"),
});
