import { z } from "zod";
import { queueProblem } from "@/app/_server/queue-refused";
import { memberCommand, notFoundProblem } from "@/app/_server/route";
import { isId } from "@/lib/platform/ids";
import { leaveWaitlist } from "@/lib/waitlist/leave-waitlist";

/** Off the list; a time that is held for them is free again. */
export const DELETE = memberCommand<object, { entryId: string }>(
  "waitlist.keep",
  z.object({}),
  async (scope, _, __, { entryId }) => {
    if (!isId(entryId)) return notFoundProblem();
    const left = await leaveWaitlist(scope, entryId);
    return left.ok ? left.value : queueProblem(left);
  },
);
