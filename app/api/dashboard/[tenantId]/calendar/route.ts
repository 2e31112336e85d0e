import { invalid } from "@/app/_server/problem";
import { memberQuestion } from "@/app/_server/route";
import { readCalendar } from "@/lib/bookings/calendar";
import { calendarInput } from "@/lib/bookings/input";
import { fieldErrors } from "@/lib/platform/field-errors";

/** What is drawn of some days: who works, what is booked and what is kept. */
export const GET = memberQuestion("bookings.see", async (scope, _, request) => {
  const asked = calendarInput.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  return asked.success ? readCalendar(scope, asked.data) : invalid(fieldErrors(asked.error));
});
