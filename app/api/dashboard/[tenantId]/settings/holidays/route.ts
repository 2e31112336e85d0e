import { answerUnlessAffected } from "@/app/_server/affected";
import { memberCommand } from "@/app/_server/route";
import { setHolidaysUnlessBooked } from "@/lib/bookings/unless-booked";
import { holidaysInput } from "@/lib/hours/input";

/** All public holidays that nothing else is said about. */
export const PUT = memberCommand("settings.manage", holidaysInput, async (scope, _, input) =>
  answerUnlessAffected(await setHolidaysUnlessBooked(scope, input)),
);
