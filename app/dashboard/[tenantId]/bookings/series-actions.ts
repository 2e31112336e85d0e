"use server";

import { done, memberAction, stopped } from "@/app/_server/action";
import { bookingStopped } from "@/app/_server/booking-refused";
import { deskStopped } from "@/app/_server/desk-refused";
import { sayHere } from "@/app/_words/say-here";
import { bookSeries } from "@/lib/bookings/book-series";
import { cancelFollowing } from "@/lib/bookings/cancel-following";
import { bookSeriesInput, cancelFollowingInput, undoTogetherInput } from "@/lib/bookings/series-input";
import { undoTogether } from "@/lib/bookings/undo-together";
import { formatDay } from "@/lib/platform/format";

export const placeSeries = memberAction("bookings.place", bookSeriesInput, async (scope, _, input) => {
  const booked = await bookSeries(scope, input);
  if (booked.ok) return done(booked.value);
  if (booked.refusal !== "clashes") return deskStopped(booked);
  const [first] = booked.clashes;
  const say = await sayHere();
  const day = first ? formatDay(`${first.date}T12:00:00Z`, "UTC", say.language) : say("a date");
  const words = say("Nothing is booked: {day} is not free any more. Choose another time for it, or leave it out.", {
    day,
  });
  return stopped(words, {
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
