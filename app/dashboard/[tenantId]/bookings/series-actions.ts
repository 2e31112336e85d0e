"use server";

import { done, memberAction, stopped } from "@/app/_server/action";
import { bookingStopped } from "@/app/_server/booking-refused";
import { deskStopped } from "@/app/_server/desk-refused";
import { bookSeries } from "@/lib/bookings/book-series";
import { cancelFollowing } from "@/lib/bookings/cancel-following";
import { bookSeriesInput, cancelFollowingInput, undoTogetherInput } from "@/lib/bookings/series-input";
import { undoTogether } from "@/lib/bookings/undo-together";

export const placeSeries = memberAction("bookings.place", bookSeriesInput, async (scope, _, input) => {
  const booked = await bookSeries(scope, input);
  if (booked.ok) return done(booked.value);
  if (booked.refusal !== "clashes") return deskStopped(booked);
  return stopped("Nothing is booked: a date is not free. Choose another time for it, or leave it out.", {
    code: booked.refusal,
  });
});

export const cancelRest = memberAction("bookings.place", cancelFollowingInput, async (scope, _, wish) => {
  const cancelled = await cancelFollowing(scope, wish);
  return cancelled.ok ? done(cancelled.value) : bookingStopped(cancelled);
});

export const takeBackRest = memberAction("bookings.place", undoTogetherInput, async (scope, _, { steps }) => {
  const undone = await undoTogether(scope, steps);
  return undone.ok ? done(undone.value) : bookingStopped(undone);
});
