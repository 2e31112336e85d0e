import { memberQuestion, notFoundProblem } from "@/app/_server/route";
import { getProfitDay } from "@/lib/analytics/get-profit-day";
import { isDate } from "@/lib/platform/calendar";

/** What the figures of one day are made of. */
export const GET = memberQuestion<{ date: string }>("reports.see", async (scope, _, __, { date }) =>
  isDate(date) ? getProfitDay(scope, { day: date }) : notFoundProblem(),
);
