import type { z } from "zod";
import { bookingProblem } from "@/app/_server/booking-refused";
import { memberCommand, notFoundProblem } from "@/app/_server/route";
import { changeBookingInput } from "@/lib/bookings/input";
import { isId } from "@/lib/platform/ids";
import { recordChange } from "@/lib/visits/record-change";

/** A step on the booking's way. */
export const POST = memberCommand<z.output<typeof changeBookingInput>, { id: string }>(
  "bookings.change",
  changeBookingInput,
  async (scope, _, wish, { id }) => {
    if (!isId(id)) return notFoundProblem();
    const changed = await recordChange(scope, { id, ...wish });
    return changed.ok ? changed.value : bookingProblem(changed);
  },
);
