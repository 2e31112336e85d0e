import { phrase } from "@/app/_words/phrase";
import type { BookingStatus } from "@/db/schema/bookings";

export const statusWords: Record<BookingStatus, string> = {
  requested: "Requested",
  held: "Held",
  confirmed: "Confirmed",
  arrived: "Arrived",
  in_service: phrase("In service"),
  completed: "Completed",
  no_show: "No-show",
  cancelled: "Cancelled",
  rejected: "Rejected",
  expired: "Expired",
};
