import { z } from "zod";
import { invalid } from "@/app/_server/problem";
import { memberQuestion } from "@/app/_server/route";
import { findCustomers } from "@/lib/customers/find-customers";
import { fieldErrors } from "@/lib/platform/field-errors";
import { typedText } from "@/lib/platform/typed-text";

const query = z.object({ search: typedText(80).refine((text) => text.length >= 2, "is shorter than two letters") });

/** For whoever books for somebody: customers by name, or by the digits of their phone. */
export const GET = memberQuestion("bookings.place", async (scope, _, request) => {
  const asked = query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  return asked.success ? { items: await findCustomers(scope, asked.data.search) } : invalid(fieldErrors(asked.error));
});
