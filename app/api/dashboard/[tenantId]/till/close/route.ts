import { invalid } from "@/app/_server/problem";
import { memberQuestion } from "@/app/_server/route";
import { fieldErrors } from "@/lib/platform/field-errors";
import { dayStanding } from "@/lib/till/day-standing";
import { dayQuery } from "@/lib/till/input";

/** What there should be of a day by the ledger, before it is closed and after. */
export const GET = memberQuestion("day.close", async (scope, _, request) => {
  const asked = dayQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  return asked.success ? dayStanding(scope, asked.data.day) : invalid(fieldErrors(asked.error));
});
