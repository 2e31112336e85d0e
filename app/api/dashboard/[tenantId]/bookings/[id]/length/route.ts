import type { z } from "zod";
import { moveProblem } from "@/app/_server/booking-refused";
import { memberCommand, notFoundProblem } from "@/app/_server/route";
import { resizeBookingInput } from "@/lib/bookings/input";
import { resizeBooking } from "@/lib/bookings/resize-booking";
import { isId } from "@/lib/platform/ids";

/** One service of it takes longer or shorter than was planned. */
export const PATCH = memberCommand<z.output<typeof resizeBookingInput>, { id: string }>(
  "bookings.move",
  resizeBookingInput,
  async (scope, _, wish, { id }) => {
    if (!isId(id)) return notFoundProblem();
    const resized = await resizeBooking(scope, { id, ...wish });
    return resized.ok ? resized.value : moveProblem(resized);
  },
);
