import { invalid } from "@/app/_server/problem";
import { memberQuestion } from "@/app/_server/route";
import { topQuery } from "@/lib/customers/segment-input";
import { topCustomers } from "@/lib/customers/top-customers";
import { fieldErrors } from "@/lib/platform/field-errors";

/** Who comes most, pays most, or is about to stay away. */
export const GET = memberQuestion("customers.manage", async (scope, _, request) => {
  const asked = topQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  return asked.success ? topCustomers(scope, asked.data.by) : invalid(fieldErrors(asked.error));
});
