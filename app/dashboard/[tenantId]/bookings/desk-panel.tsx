"use client";

import { Fragment } from "react";
import { BookingPanel } from "@/app/_components/bookings/booking-panel";
import { BookAgain } from "./book-again";
import { BookingSteps } from "./booking-steps";
import { CustomerCard } from "./customer-card";
import { SeriesSection } from "./series-section";

/** A booking beside the page, with what the desk can do with it. */
export const DeskPanel = () => (
  <BookingPanel
    steps={(booking) => (
      <Fragment key={booking.id}>
        {booking.series ? <SeriesSection booking={booking} series={booking.series} /> : null}
        <CustomerCard customer={booking.customer} />
        <BookingSteps booking={booking} />
        <BookAgain booking={booking} />
      </Fragment>
    )}
  />
);
