import { reportQuestion } from "@/app/_server/report-route";
import { getOccupancy } from "@/lib/analytics/get-occupancy";
import { periodQuery } from "@/lib/analytics/input";

/** How much of everybody's time was sold, and how much was lost. */
export const GET = reportQuestion(periodQuery, getOccupancy);
