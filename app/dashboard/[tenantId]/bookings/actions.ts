"use server";

import { z } from "zod";
import { done, memberAction, stopped } from "@/app/_server/action";
import { notAgain } from "@/app/_server/again-refused";
import { bookingStopped, moveStopped } from "@/app/_server/booking-refused";
import { bookAgain } from "@/lib/bookings/book-again";
import { bookAgainInput, changeBookingInput, moveBookingInput, resizeBookingInput } from "@/lib/bookings/input";
import { moveBooking } from "@/lib/bookings/move-booking";
import { resizeBooking } from "@/lib/bookings/resize-booking";
import { recordChange, takeBack as takeStepBack } from "@/lib/visits/record-change";

const id = z.uuid("is not an id").toLowerCase();

export const change = memberAction("bookings.change", changeBookingInput.extend({ id }), async (scope, _, wish) => {
  const changed = await recordChange(scope, wish);
  return changed.ok ? done(changed.value) : bookingStopped(changed);
});

export const takeBack = memberAction("bookings.undo", z.object({ id, changeId: id }), async (scope, _, wish) => {
  const undone = await takeStepBack(scope, wish);
  return undone.ok ? done(undone.value) : bookingStopped(undone);
});

export const move = memberAction("bookings.move", moveBookingInput.extend({ id }), async (scope, _, wish) => {
  const moved = await moveBooking(scope, wish);
  return moved.ok ? done(moved.value) : moveStopped(moved);
});

export const resize = memberAction("bookings.move", resizeBookingInput.extend({ id }), async (scope, _, wish) => {
  const resized = await resizeBooking(scope, wish);
  return resized.ok ? done(resized.value) : moveStopped(resized);
});

export const again = memberAction("bookings.place", bookAgainInput.extend({ id }), async (scope, _, wish) => {
  const booked = await bookAgain(scope, wish, { source: "desk" });
  return booked.ok ? done(booked.value) : stopped(notAgain[booked.refusal], { code: booked.refusal });
});
