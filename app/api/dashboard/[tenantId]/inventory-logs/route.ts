import { invalid } from "@/app/_server/problem";
import { memberQuestion } from "@/app/_server/route";
import { movementsQuery } from "@/lib/inventory/input";
import { listMovements } from "@/lib/inventory/list-movements";
import { fieldErrors } from "@/lib/platform/field-errors";

/** What came, went or was found: of one product, for one reason, of one day. */
export const GET = memberQuestion("stock.keep", async (scope, _, request) => {
  const asked = movementsQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  return asked.success ? listMovements(scope, asked.data) : invalid(fieldErrors(asked.error));
});
