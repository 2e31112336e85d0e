import { memberQuestion, notFoundProblem } from "@/app/_server/route";
import { getPayment } from "@/lib/payments/get-payment";
import { isId } from "@/lib/platform/ids";

export const GET = memberQuestion<{ id: string }>("payments.see", async (scope, _, __, { id }) => {
  const payment = isId(id) ? await getPayment(scope, id) : null;
  return payment ?? notFoundProblem();
});
