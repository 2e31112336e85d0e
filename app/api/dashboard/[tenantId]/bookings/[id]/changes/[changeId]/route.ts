import { z } from "zod";
import { bookingProblem } from "@/app/_server/booking-refused";
import { memberCommand, notFoundProblem } from "@/app/_server/route";
import { isId } from "@/lib/platform/ids";
import { takeBack } from "@/lib/visits/record-change";

/** Takes the last step back, for who has made it. */
export const DELETE = memberCommand<object, { id: string; changeId: string }>(
  "bookings.undo",
  z.object({}),
  async (scope, _, __, { id, changeId }) => {
    if (!isId(id) || !isId(changeId)) return notFoundProblem();
    const undone = await takeBack(scope, { id, changeId });
    return undone.ok ? undone.value : bookingProblem(undone);
  },
);
