"use server";

import { z } from "zod";
import { done, memberAction, stopped } from "@/app/_server/action";
import { bookingStopped } from "@/app/_server/booking-refused";
import { gone } from "@/app/_server/member-refused";
import { askForAnotherTime } from "@/lib/bookings/ask-for-another-time";
import { anotherTimeInput, proposalsInput } from "@/lib/bookings/input";
import { keepAsBooked } from "@/lib/bookings/keep-as-booked";
import { proposeMoves } from "@/lib/bookings/propose-moves";

export const propose = memberAction("bookings.move", proposalsInput, async (scope, _, input) => {
  const proposals = await proposeMoves(scope, input);
  return proposals.length > 0 ? done(proposals) : stopped(gone, { code: "unknown_bookings" });
});

export const askCustomers = memberAction("bookings.move", anotherTimeInput, async (scope, _, input) => {
  const asked = await askForAnotherTime(scope, input);
  return asked.ok ? done(asked.value) : stopped(gone, { code: asked.refusal });
});

export const keep = memberAction(
  "bookings.move",
  z.object({ id: z.uuid("is not an id").toLowerCase() }),
  async (scope, _, { id }) => {
    const kept = await keepAsBooked(scope, id);
    return kept.ok ? done(kept.value) : bookingStopped(kept);
  },
);
