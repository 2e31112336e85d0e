import { reportQuestion } from "@/app/_server/report-route";
import { getOperations } from "@/lib/analytics/get-operations";
import { periodQuery } from "@/lib/analytics/input";

/** What became of the bookings, and when most of them begin. */
export const GET = reportQuestion(periodQuery, getOperations);
