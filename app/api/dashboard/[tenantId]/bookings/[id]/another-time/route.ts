import { z } from "zod";
import { bookingProblem } from "@/app/_server/booking-refused";
import { memberCommand, notFoundProblem } from "@/app/_server/route";
import { keepAsBooked } from "@/lib/bookings/keep-as-booked";
import { isId } from "@/lib/platform/ids";

/** No other time is asked for any more: it stands as it was booked. */
export const DELETE = memberCommand<object, { id: string }>(
  "bookings.move",
  z.object({}),
  async (scope, _, __, { id }) => {
    if (!isId(id)) return notFoundProblem();
    const kept = await keepAsBooked(scope, id);
    return kept.ok ? kept.value : bookingProblem(kept);
  },
);
