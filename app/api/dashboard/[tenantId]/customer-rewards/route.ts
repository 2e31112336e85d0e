import { invalid } from "@/app/_server/problem";
import { memberQuestion } from "@/app/_server/route";
import { fieldErrors } from "@/lib/platform/field-errors";
import { vouchersQuery } from "@/lib/rewards/input";
import { listVouchers } from "@/lib/rewards/list-vouchers";

/** Customers' codes, the newest first. */
export const GET = memberQuestion("rewards.see", async (scope, _, request) => {
  const asked = vouchersQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  return asked.success ? listVouchers(scope, asked.data) : invalid(fieldErrors(asked.error));
});
