import type { z } from "zod";
import { answerUnlessAffected } from "@/app/_server/affected";
import { memberCommand, notFoundProblem } from "@/app/_server/route";
import { setHolidayUnlessBooked } from "@/lib/bookings/unless-booked";
import { holidayAtInput } from "@/lib/hours/input";
import { isDate } from "@/lib/platform/calendar";

/** One public holiday, of the calendar or announced just now: open or shut. */
export const PUT = memberCommand<z.output<typeof holidayAtInput>, { date: string }>(
  "settings.manage",
  holidayAtInput,
  async (scope, _, said, { date }) =>
    isDate(date) ? answerUnlessAffected(await setHolidayUnlessBooked(scope, { date, ...said })) : notFoundProblem(),
);
