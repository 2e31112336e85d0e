import { memberQuestion, notFoundProblem } from "@/app/_server/route";
import { getBooking } from "@/lib/bookings/get-booking";
import { isId } from "@/lib/platform/ids";

export const GET = memberQuestion<{ id: string }>("bookings.see", async (scope, _, __, { id }) => {
  const booking = isId(id) ? await getBooking(scope, id) : null;
  return booking ?? notFoundProblem();
});
