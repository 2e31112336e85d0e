import type { z } from "zod";
import { answerUnlessAffected } from "@/app/_server/affected";
import { memberCommand, notFoundProblem } from "@/app/_server/route";
import { clearDayUnlessBooked, setDayUnlessBooked } from "@/lib/bookings/unless-booked";
import { clearDayInput, dayInput } from "@/lib/hours/input";
import { isDate } from "@/lib/platform/calendar";

const input = dayInput.omit({ date: true });
const clearing = clearDayInput.omit({ date: true });
type Params = { date: string };

/** Open otherwise on this date, or shut. */
export const PUT = memberCommand<z.output<typeof input>, Params>(
  "settings.manage",
  input,
  async (scope, _, said, { date }) =>
    isDate(date) ? answerUnlessAffected(await setDayUnlessBooked(scope, { date, ...said })) : notFoundProblem(),
);

/** Like any other of its weekday. */
export const DELETE = memberCommand<z.output<typeof clearing>, Params>(
  "settings.manage",
  clearing,
  async (scope, _, looked, { date }) =>
    isDate(date) ? answerUnlessAffected(await clearDayUnlessBooked(scope, { date, ...looked })) : notFoundProblem(),
);
