import { invalid, problem } from "@/app/_server/problem";
import { memberQuestion } from "@/app/_server/route";
import { myDayInput } from "@/lib/bookings/input";
import { readMyDay } from "@/lib/bookings/my-day";
import { fieldErrors } from "@/lib/platform/field-errors";

/** What whoever asks has to do on a day, and nobody else's work, whatever their role. */
export const GET = memberQuestion("calendar.own", async (scope, { membership }, request) => {
  const asked = myDayInput.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return invalid(fieldErrors(asked.error));
  if (!membership.staffId) return problem(404, "not_linked", "Your login is not linked to a staff profile.");
  return readMyDay(scope, membership.staffId, asked.data.date);
});
