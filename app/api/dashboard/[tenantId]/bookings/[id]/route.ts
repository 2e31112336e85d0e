import type { z } from "zod";
import { moveProblem } from "@/app/_server/booking-refused";
import { memberCommand, memberQuestion, notFoundProblem } from "@/app/_server/route";
import { getBooking } from "@/lib/bookings/get-booking";
import { moveBookingInput } from "@/lib/bookings/input";
import { moveBooking } from "@/lib/bookings/move-booking";
import { isId } from "@/lib/platform/ids";

export const GET = memberQuestion<{ id: string }>("bookings.see", async (scope, _, __, { id }) => {
  const booking = isId(id) ? await getBooking(scope, id) : null;
  return booking ?? notFoundProblem();
});

/** Another time, or somebody else. */
export const PATCH = memberCommand<z.output<typeof moveBookingInput>, { id: string }>(
  "bookings.move",
  moveBookingInput,
  async (scope, _, wish, { id }) => {
    if (!isId(id)) return notFoundProblem();
    const moved = await moveBooking(scope, { id, ...wish });
    return moved.ok ? moved.value : moveProblem(moved);
  },
);
