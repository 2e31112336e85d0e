import { invalid } from "@/app/_server/problem";
import { memberQuestion } from "@/app/_server/route";
import { refundQuery } from "@/lib/payments/input";
import { listRefunds } from "@/lib/payments/list-refunds";
import { fieldErrors } from "@/lib/platform/field-errors";

export const GET = memberQuestion("payments.see", async (scope, _, request) => {
  const asked = refundQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  return asked.success ? listRefunds(scope, asked.data) : invalid(fieldErrors(asked.error));
});
