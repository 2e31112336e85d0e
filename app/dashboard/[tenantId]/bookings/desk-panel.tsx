"use client";

import { BookingPanel } from "@/app/_components/bookings/booking-panel";
import { BookingSteps } from "./booking-steps";

/** A booking beside the page, with what the desk can do with it. */
export const DeskPanel = () => (
  <BookingPanel steps={(booking) => <BookingSteps key={booking.id} booking={booking} />} />
);
