import type { z } from "zod";
import { answerUnlessAffected } from "@/app/_server/affected";
import { memberCommand, notFoundProblem } from "@/app/_server/route";
import { settingProblem } from "@/app/_server/settings-refused";
import { clearStaffDayUnlessBooked, setStaffDayUnlessBooked } from "@/lib/bookings/unless-booked";
import { isId } from "@/lib/platform/ids";
import { clearStaffDayAtInput, dayDate, staffDayAtInput } from "@/lib/staff/day-input";

const isDay = (date: string) => dayDate.safeParse(date).success;
type Params = { staffId: string; date: string };

/** Hours of their own on this date, or none, and breaks besides. */
export const PUT = memberCommand<z.output<typeof staffDayAtInput>, Params>(
  "staff.manage",
  staffDayAtInput,
  async (scope, _, said, { staffId, date }) =>
    isId(staffId) && isDay(date)
      ? answerUnlessAffected(await setStaffDayUnlessBooked(scope, staffId, { date, ...said }), settingProblem)
      : notFoundProblem(),
);

/** Like any other of its weekday. */
export const DELETE = memberCommand<z.output<typeof clearStaffDayAtInput>, Params>(
  "staff.manage",
  clearStaffDayAtInput,
  async (scope, _, looked, { staffId, date }) =>
    isId(staffId) && isDay(date)
      ? answerUnlessAffected(await clearStaffDayUnlessBooked(scope, staffId, { date, ...looked }), settingProblem)
      : notFoundProblem(),
);
