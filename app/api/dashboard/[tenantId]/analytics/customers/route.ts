import { reportQuestion } from "@/app/_server/report-route";
import { getCustomers } from "@/lib/analytics/get-customers";
import { periodQuery } from "@/lib/analytics/input";

/** Who came, who came again and who stays away. */
export const GET = reportQuestion(periodQuery, getCustomers);
