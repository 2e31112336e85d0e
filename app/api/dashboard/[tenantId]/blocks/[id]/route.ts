import { z } from "zod";
import { blockProblem } from "@/app/_server/block-refused";
import { memberCommand, notFoundProblem } from "@/app/_server/route";
import { unblockTime } from "@/lib/bookings/unblock-time";
import { isId } from "@/lib/platform/ids";

/** Taken off again. */
export const DELETE = memberCommand<object, { id: string }>(
  "time.block",
  z.object({}),
  async (scope, _, __, { id }) => {
    if (!isId(id)) return notFoundProblem();
    const freed = await unblockTime(scope, id);
    return freed.ok ? {} : blockProblem(freed);
  },
);
