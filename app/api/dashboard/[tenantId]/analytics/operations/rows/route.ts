import { reportQuestion } from "@/app/_server/report-route";
import { listBookingRows } from "@/lib/analytics/booking-rows";
import { bookingRowsQuery } from "@/lib/analytics/rows-input";

/** The bookings that a number counts. */
export const GET = reportQuestion(bookingRowsQuery, listBookingRows);
