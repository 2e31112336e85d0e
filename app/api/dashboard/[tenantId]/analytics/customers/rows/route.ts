import { reportQuestion } from "@/app/_server/report-route";
import { listCustomerRows } from "@/lib/analytics/customer-rows";
import { customerRowsQuery } from "@/lib/analytics/rows-input";

/** The customers or visits that a number counts. */
export const GET = reportQuestion(customerRowsQuery, listCustomerRows);
