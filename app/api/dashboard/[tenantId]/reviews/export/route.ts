import { fileWords } from "@/app/_server/file-words";
import { invalid } from "@/app/_server/problem";
import { memberQuestion } from "@/app/_server/route";
import { writeCsv } from "@/lib/platform/csv";
import { fieldErrors } from "@/lib/platform/field-errors";
import { reviewsQuery } from "@/lib/reviews/input";
import { allReviews } from "@/lib/reviews/list-reviews";

/** What a filter finds, as a file. */
export const GET = memberQuestion("reviews.answer", async (scope, { visitor }, request) => {
  const asked = reviewsQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return invalid(fieldErrors(asked.error));
  const words = fileWords[visitor.user.language];
  const rows = (await allReviews(scope, asked.data)).map((one) => [
    one.at,
    one.visitAt,
    String(one.rating),
    one.words,
    one.isPublic ? words.yes : "",
    one.customerName,
    one.services.join("; "),
    one.staffNames.join("; "),
    one.answer,
    one.hidden?.reason ?? "",
  ]);
  return new Response(writeCsv([Object.values(words.reviews), ...rows]), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="reviews.csv"`,
      "cache-control": "no-store",
    },
  });
});
