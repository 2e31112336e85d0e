import { invalid } from "@/app/_server/problem";
import { memberQuestion } from "@/app/_server/route";
import { fieldErrors } from "@/lib/platform/field-errors";
import { findDuplicates } from "@/lib/records/find-duplicates";
import { duplicatesQuery } from "@/lib/records/input";

/** Customers who are likely to be in the books twice, and who was made one lately. */
export const GET = memberQuestion("customers.merge", async (scope, _, request) => {
  const asked = duplicatesQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  return asked.success ? findDuplicates(scope, asked.data.cursor) : invalid(fieldErrors(asked.error));
});
