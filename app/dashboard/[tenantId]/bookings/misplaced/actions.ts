"use server";

import { done, memberAction, stopped } from "@/app/_server/action";
import { gone } from "@/app/_server/member-refused";
import { askForAnotherTime } from "@/lib/bookings/ask-for-another-time";
import { anotherTimeInput, proposalsInput } from "@/lib/bookings/input";
import { proposeMoves } from "@/lib/bookings/propose-moves";

export const propose = memberAction("bookings.move", proposalsInput, async (scope, _, input) => {
  const proposals = await proposeMoves(scope, input);
  return proposals.length > 0 ? done(proposals) : stopped(gone, { code: "unknown_bookings" });
});

export const askCustomers = memberAction("bookings.move", anotherTimeInput, async (scope, _, input) => {
  const asked = await askForAnotherTime(scope, input);
  return asked.ok ? done(asked.value) : stopped(gone, { code: asked.refusal });
});
