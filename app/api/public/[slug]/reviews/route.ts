import { invalid } from "@/app/_server/problem";
import { publicRoute } from "@/app/_server/public-route";
import { json } from "@/app/_server/route";
import { fieldErrors } from "@/lib/platform/field-errors";
import { publicReviewsQuery } from "@/lib/reviews/input";
import { publicReviews } from "@/lib/reviews/public-reviews";
import { withTenant } from "@/lib/tenancy/with-tenant";

/** What customers chose to say to everybody, the latest first. */
export const GET = publicRoute(async (tenant, request) => {
  const asked = publicReviewsQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return invalid(fieldErrors(asked.error));
  return json(
    await withTenant(tenant.id, { kind: "public", via: "api" }, (scope) => publicReviews(scope, asked.data.cursor)),
  );
});
