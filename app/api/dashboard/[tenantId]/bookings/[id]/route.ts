import { problem } from "@/app/_server/problem";
import { memberQuestion } from "@/app/_server/route";
import { getBooking } from "@/lib/bookings/get-booking";
import { isId } from "@/lib/platform/ids";

export const GET = memberQuestion<{ id: string }>(async (scope, _, __, { id }) => {
  const booking = isId(id) ? await getBooking(scope, id) : null;
  return booking ?? problem(404, "not_found", "Not found.");
});
