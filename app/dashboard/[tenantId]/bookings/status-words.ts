import { phrase } from "@/app/_words/phrase";
import type { Phrase } from "@/app/_words/say";
import type { BookingStatus } from "@/db/schema/bookings";
import type { BookingGroup } from "@/lib/bookings/rules";

export const statusWords: Record<BookingStatus, Phrase> = {
  requested: phrase("Requested"),
  held: phrase("Held"),
  confirmed: phrase("Confirmed"),
  arrived: phrase("Arrived"),
  in_service: phrase("In service"),
  completed: phrase("Completed"),
  no_show: phrase("No-show"),
  cancelled: phrase("Cancelled"),
  rejected: phrase("Rejected"),
  expired: phrase("Expired"),
};

export const groupWords: Record<BookingGroup, Phrase> = {
  not_cancelled: phrase("All that stand"),
  arriving: phrase("Arriving within the hour"),
};
