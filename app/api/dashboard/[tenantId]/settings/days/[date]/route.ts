import type { z } from "zod";
import { answerUnlessAffected } from "@/app/_server/affected";
import { memberCommand, notFoundProblem } from "@/app/_server/route";
import { clearDayUnlessBooked, setDayUnlessBooked } from "@/lib/bookings/unless-booked";
import { clearDayAtInput, dayAtInput } from "@/lib/hours/input";
import { isDate } from "@/lib/platform/calendar";

type Params = { date: string };

/** Open otherwise on this date, or shut. */
export const PUT = memberCommand<z.output<typeof dayAtInput>, Params>(
  "settings.manage",
  dayAtInput,
  async (scope, _, said, { date }) =>
    isDate(date) ? answerUnlessAffected(await setDayUnlessBooked(scope, { date, ...said })) : notFoundProblem(),
);

/** Like any other of its weekday. */
export const DELETE = memberCommand<z.output<typeof clearDayAtInput>, Params>(
  "settings.manage",
  clearDayAtInput,
  async (scope, _, looked, { date }) =>
    isDate(date) ? answerUnlessAffected(await clearDayUnlessBooked(scope, { date, ...looked })) : notFoundProblem(),
);
