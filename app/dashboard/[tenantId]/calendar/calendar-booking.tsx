"use client";

import type { DeskService } from "../bookings/desk-choices";
import { NewBookingSheet } from "../bookings/new-booking-sheet";
import { WalkInSheet } from "../bookings/walk-in-sheet";

/** Closing it leaves the calendar where it is. */
function close(): void {
  const address = new URL(window.location.href);
  for (const name of ["add", "at", "with"]) address.searchParams.delete(name);
  window.history.replaceState(null, "", address);
}

/** A new booking where somebody has tapped, or one for somebody who is here. */
export const CalendarBooking = ({ services }: { services: readonly DeskService[] }) => (
  <>
    <NewBookingSheet services={services} onClose={close} />
    <WalkInSheet onClose={close} />
  </>
);
