import { blockProblem } from "@/app/_server/block-refused";
import { json, memberCommand } from "@/app/_server/route";
import { blockTime } from "@/lib/bookings/block-time";
import { blockTimeInput } from "@/lib/bookings/input";

/** Time kept for something else than customers. */
export const POST = memberCommand("time.block", blockTimeInput, async (scope, _, wish) => {
  const blocked = await blockTime(scope, wish);
  return blocked.ok ? json(blocked.value, 201) : blockProblem(blocked);
});
