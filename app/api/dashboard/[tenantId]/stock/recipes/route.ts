import { invalid } from "@/app/_server/problem";
import { memberQuestion } from "@/app/_server/route";
import { recipesQuery } from "@/lib/inventory/input";
import { listRecipes } from "@/lib/inventory/list-recipes";
import { fieldErrors } from "@/lib/platform/field-errors";

/** What each service uses, or one if it is named. */
export const GET = memberQuestion("stock.manage", async (scope, _, request) => {
  const asked = recipesQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  return asked.success ? listRecipes(scope, asked.data) : invalid(fieldErrors(asked.error));
});
