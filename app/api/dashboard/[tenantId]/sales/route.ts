import { invalid } from "@/app/_server/problem";
import { memberQuestion } from "@/app/_server/route";
import { fieldErrors } from "@/lib/platform/field-errors";
import { salesQuery } from "@/lib/till/input";
import { listSales } from "@/lib/till/list-sales";

export const GET = memberQuestion("till.use", async (scope, _, request) => {
  const asked = salesQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  return asked.success ? listSales(scope, asked.data) : invalid(fieldErrors(asked.error));
});
