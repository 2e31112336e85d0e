"use server";

import { done, memberAction } from "@/app/_server/action";
import { askForAnotherTime } from "@/lib/bookings/ask-for-another-time";
import { anotherTimeInput, proposalsInput } from "@/lib/bookings/input";
import { proposeMoves } from "@/lib/bookings/propose-moves";

export const propose = memberAction("bookings.move", proposalsInput, async (scope, _, input) =>
  done(await proposeMoves(scope, input)),
);

export const askCustomers = memberAction("bookings.move", anotherTimeInput, async (scope, _, input) =>
  done(await askForAnotherTime(scope, input)),
);
