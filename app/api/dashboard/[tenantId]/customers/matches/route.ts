import { invalid } from "@/app/_server/problem";
import { memberQuestion } from "@/app/_server/route";
import { findCustomers } from "@/lib/customers/find-customers";
import { matchesQuery } from "@/lib/customers/input";
import { fieldErrors } from "@/lib/platform/field-errors";

/** For whoever books for somebody: customers by name, or by the digits of their phone. */
export const GET = memberQuestion("bookings.place", async (scope, _, request) => {
  const asked = matchesQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  return asked.success ? { items: await findCustomers(scope, asked.data.search) } : invalid(fieldErrors(asked.error));
});
