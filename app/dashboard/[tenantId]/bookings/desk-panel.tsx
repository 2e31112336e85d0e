"use client";

import { Fragment } from "react";
import { BookingPanel } from "@/app/_components/bookings/booking-panel";
import { useSay } from "@/app/_words/use-say";
import type { BookingStatus } from "@/db/schema/bookings";
import { CheckoutButton } from "../till/checkout/checkout-button";
import { BookAgain } from "./book-again";
import { BookingSteps } from "./booking-steps";
import { CustomerCard } from "./customer-card";
import { SeriesSection } from "./series-section";
import { WhoseSection } from "./whose-section";

/** What was promised or done can be charged. */
const isCharged: ReadonlySet<BookingStatus> = new Set(["confirmed", "arrived", "in_service", "completed"]);

/** A booking beside the page, with what the desk can do with it. */
export const DeskPanel = () => {
  const say = useSay();
  return (
    <BookingPanel
      steps={(booking) => (
        <Fragment key={booking.id}>
          {booking.series ? <SeriesSection booking={booking} series={booking.series} /> : null}
          <WhoseSection booking={booking} />
          <CustomerCard customer={booking.customer} />
          {isCharged.has(booking.status) ? (
            <div>
              <CheckoutButton
                target={{ kind: "booking", id: booking.id }}
                kind={booking.status === "completed" ? "primary" : "plain"}
              >
                {say("Check out")}
              </CheckoutButton>
            </div>
          ) : null}
          <BookingSteps booking={booking} />
          <BookAgain booking={booking} />
        </Fragment>
      )}
    />
  );
};
