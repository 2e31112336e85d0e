import { memberQuestion, notFoundProblem } from "@/app/_server/route";
import { getProfitDay } from "@/lib/analytics/get-profit-day";
import { day } from "@/lib/bookings/input";

/** What the figures of one day are made of. */
export const GET = memberQuestion<{ date: string }>("reports.see", async (scope, _, __, { date }) =>
  day.safeParse(date).success ? getProfitDay(scope, { day: date }) : notFoundProblem(),
);
