import { invalid } from "@/app/_server/problem";
import { memberQuestion, notFoundProblem } from "@/app/_server/route";
import { getBooking } from "@/lib/bookings/get-booking";
import { moveTimesQuery } from "@/lib/bookings/input";
import { listMoveTimes } from "@/lib/bookings/list-move-times";
import { fieldErrors } from "@/lib/platform/field-errors";
import { isId } from "@/lib/platform/ids";

/** Where on a day the booking could be put, or which times could be proposed beside its own. */
export const GET = memberQuestion<{ id: string }>("bookings.move", async (scope, _, request, { id }) => {
  if (!isId(id) || !(await getBooking(scope, id))) return notFoundProblem();
  const asked = moveTimesQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return invalid(fieldErrors(asked.error));
  const { date, staff, for: what } = asked.data;
  const dates = { from: date, to: date };
  const stays = what === "proposal";
  const times = await listMoveTimes(scope, { id, dates, channel: "desk", staffId: staff, stays });
  return { times: times.ok ? times.value : [], refusal: times.ok ? null : times.refusal };
});
