import { customerQuestion } from "@/app/_server/customer-route";
import { exportAnswer } from "@/app/_server/export-answer";
import { exportCustomer } from "@/lib/records/export-customer";

/** Everything this business holds of whoever asks, for themself. */
export const GET = customerQuestion("portal.own", (scope, { own }, request) =>
  exportAnswer(request, () => exportCustomer(scope, own.id)),
);
