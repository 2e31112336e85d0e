import { memberQuestion, notFoundProblem } from "@/app/_server/route";
import { isId } from "@/lib/platform/ids";
import { getVoucher } from "@/lib/rewards/list-vouchers";

export const GET = memberQuestion<{ id: string }>("rewards.see", async (scope, _, __, { id }) => {
  const voucher = isId(id) ? await getVoucher(scope, id) : null;
  return voucher ?? notFoundProblem();
});
