"use server";

import { z } from "zod";
import { done, memberAction } from "@/app/_server/action";
import { deskStopped } from "@/app/_server/desk-refused";
import { bookAtDesk } from "@/lib/bookings/book-at-desk";
import { extendHold } from "@/lib/bookings/extend-hold";
import { deskBookingInput, extendHoldInput, proposeTimesInput, waiveFeeInput, walkInInput } from "@/lib/bookings/input";
import { proposeTimes } from "@/lib/bookings/propose-times";
import { waiveDeposit } from "@/lib/bookings/waive-deposit";
import { waiveFee } from "@/lib/bookings/waive-fee";
import { bookWalkIn } from "@/lib/bookings/walk-in";
import { sendPayLink } from "@/lib/notifications/send-pay-link";
import { depositCodeInput, takeDepositInput } from "@/lib/payments/ask-input";
import { enterCode } from "@/lib/payments/enter-code";
import { takeDeposit } from "@/lib/payments/take-deposit";

const id = z.uuid("is not an id").toLowerCase();

export const place = memberAction("bookings.place", deskBookingInput, async (scope, _, input) => {
  const booked = await bookAtDesk(scope, input);
  return booked.ok ? done(booked.value) : deskStopped(booked);
});

export const walkIn = memberAction("bookings.place", walkInInput, async (scope, _, input) => {
  const booked = await bookWalkIn(scope, input);
  return booked.ok ? done(booked.value) : deskStopped(booked);
});

export const extend = memberAction("bookings.place", extendHoldInput.extend({ id }), async (scope, _, wish) => {
  const held = await extendHold(scope, wish);
  return held.ok ? done(held.value) : deskStopped(held);
});

export const propose = memberAction("bookings.propose", proposeTimesInput.extend({ id }), async (scope, _, wish) => {
  const proposed = await proposeTimes(scope, wish);
  return proposed.ok ? done(proposed.value) : deskStopped(proposed);
});

export const waive = memberAction("fees.waive", waiveFeeInput.extend({ id }), async (scope, _, wish) => {
  const waived = await waiveFee(scope, wish);
  return waived.ok ? done(waived.value) : deskStopped(waived);
});

export const waiveDue = memberAction("deposits.waive", waiveFeeInput.extend({ id }), async (scope, _, wish) => {
  const waived = await waiveDeposit(scope, wish);
  return waived.ok ? done(waived.value) : deskStopped(waived);
});

/** Paid over the counter. */
export const takeDue = memberAction("till.use", takeDepositInput, async (scope, _, wish) => {
  const taken = await takeDeposit(scope, wish);
  return taken.ok ? done(taken.value) : deskStopped(taken);
});

/** Paid to the house's M-Pesa number: the code of the message says so. */
export const takeDueCode = memberAction("till.use", depositCodeInput, async (scope, _, wish) => {
  const entered = await enterCode(scope, wish);
  return entered.ok ? done(entered.value) : deskStopped(entered);
});

export const sendLink = memberAction("bookings.place", z.object({ id }), async (scope, _, wish) => {
  const sent = await sendPayLink(scope, wish);
  return sent.ok ? done(sent.value) : deskStopped(sent);
});
