import { invalid } from "@/app/_server/problem";
import { memberQuestion } from "@/app/_server/route";
import { fieldErrors } from "@/lib/platform/field-errors";
import { reviewsQuery } from "@/lib/reviews/input";
import { listReviews } from "@/lib/reviews/list-reviews";

export const GET = memberQuestion("reviews.see", async (scope, _, request) => {
  const asked = reviewsQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  return asked.success ? listReviews(scope, asked.data) : invalid(fieldErrors(asked.error));
});
