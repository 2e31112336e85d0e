import "server-only";
import type { AgainRefusal } from "@/lib/bookings/book-again";
import type { Offer } from "@/lib/bookings/book-slot";
import { termsSeen } from "@/lib/bookings/terms";
import { problem } from "./problem";
import { notFoundProblem } from "./route";

const price = "The price has changed since. Look at the times again.";
const gone = "This is no longer offered as it was.";

/** Why the same was not booked again, for the house. */
export const notAgain: Record<AgainRefusal["refusal"], string> = {
  slot_taken: "That time has just been taken. Choose another one.",
  price_changed: price,
  unknown_booking: "This booking is no longer here.",
  not_sold: gone,
  unknown_service: gone,
  unknown_staff: gone,
  invalid: "The number of this customer is none that can be called.",
  not_open: "Your business takes no bookings at the moment.",
  too_many_open: "This customer has as many bookings to come as one may have.",
  call_us: "The house books for this customer itself.",
  too_many_that_day: "That day is theirs already.",
  key_reused: "This was sent before.",
  not_yours: gone,
  deposit_changed: "This is to be paid for beforehand now. Look at the times again.",
  terms_changed: "What cancelling costs has changed since. Look at the times again.",
};

/** And for programs. */
export function againProblem(refused: AgainRefusal): Response {
  const { refusal } = refused;
  if (refusal === "unknown_booking") return notFoundProblem();
  const more =
    refusal === "slot_taken" ? { alternatives: refused.alternatives } : "terms" in refused ? offerOf(refused) : {};
  return problem(refusal === "key_reused" ? 422 : 409, refusal, notAgain[refusal], more);
}

const offerOf = ({ totalMinor, currency, terms, depositMinor }: Offer) => ({
  totalMinor,
  depositMinor,
  currency,
  terms,
  termsSeen: termsSeen(terms),
});
