import { answerUnlessAffected } from "@/app/_server/affected";
import { memberCommand, memberQuestion } from "@/app/_server/route";
import { setBusinessHoursUnlessBooked } from "@/lib/bookings/unless-booked";
import { getOpening } from "@/lib/hours/get-opening";
import { hoursInput } from "@/lib/staff/input";

/** The week, dates unlike it and public holidays. */
export const GET = memberQuestion("settings.see", getOpening);

/** The whole week at once. */
export const PUT = memberCommand("settings.manage", hoursInput, async (scope, _, input) =>
  answerUnlessAffected(await setBusinessHoursUnlessBooked(scope, input)),
);
