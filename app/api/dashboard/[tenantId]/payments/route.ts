import { invalid } from "@/app/_server/problem";
import { memberQuestion } from "@/app/_server/route";
import { paymentQuery } from "@/lib/payments/input";
import { listPayments } from "@/lib/payments/list-payments";
import { fieldErrors } from "@/lib/platform/field-errors";

export const GET = memberQuestion("payments.see", async (scope, _, request) => {
  const asked = paymentQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  return asked.success ? listPayments(scope, asked.data) : invalid(fieldErrors(asked.error));
});
