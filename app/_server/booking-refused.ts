import "server-only";
import type { ChangeRefusal } from "@/lib/bookings/change-booking";
import type { ResizeRefusal } from "@/lib/bookings/resize-booking";
import { stopped } from "./action";
import { problem } from "./problem";
import { notFoundProblem } from "./route";

const words: Record<Exclude<ChangeRefusal["refusal"], "moved_on" | "unknown_booking">, string> = {
  not_yours: "Your role does not allow this.",
  deposit_due: "It waits for its deposit: take that, or waive it with why.",
  too_early: "It is too early for that.",
  too_late: "It is too late for that.",
  hold_over: "The time was held only until then. It may still be free: book it anew.",
  long_over: "It is long over, so it cannot be cancelled: complete it, or mark a no-show.",
  time_taken: "Somebody else has booked this time since.",
};

const become: Record<Extract<ChangeRefusal, { refusal: "moved_on" }>["status"], string> = {
  requested: "waiting for an answer",
  held: "held for a while",
  confirmed: "confirmed",
  arrived: "marked as arrived",
  in_service: "in service",
  completed: "completed",
  no_show: "a no-show",
  cancelled: "cancelled",
  rejected: "declined",
  expired: "expired",
};

const wordsFor = (refused: ChangeRefusal): string => {
  if (refused.refusal === "moved_on") return `Somebody was quicker: this booking is ${become[refused.status]}.`;
  return refused.refusal === "unknown_booking" ? "This booking is no longer here." : words[refused.refusal];
};

/** Why a booking was not changed, for programs. */
export function bookingProblem(refused: ChangeRefusal): Response {
  const { refusal } = refused;
  if (refusal === "unknown_booking") return notFoundProblem();
  const more = refusal === "moved_on" ? { bookingStatus: refused.status } : {};
  return problem(refusal === "not_yours" ? 403 : 409, refusal, wordsFor(refused), more);
}

/** And for people. */
export const bookingStopped = (refused: ChangeRefusal) => stopped(wordsFor(refused), { code: refused.refusal });

const notMoved: Record<Exclude<ResizeRefusal["refusal"], "unknown_booking">, string> = {
  too_short: "Less than five minutes would be left of the work.",
  moved_on: "This booking has changed meanwhile. Look at it again.",
  not_yours: "Your role does not allow this.",
  same_place: "It is so already.",
  asks_deposit: "That time has to be paid for beforehand.",
  unknown_service: "One of its services is no longer offered: cancel it and book anew.",
  unknown_staff: "Whoever is to do it does not do that service any more. Choose somebody else.",
  slot_taken: "That time is not free.",
};

/** Why a booking was not moved, for programs. */
export function moveProblem(refused: ResizeRefusal): Response {
  const { refusal } = refused;
  if (refusal === "unknown_booking") return notFoundProblem();
  const more = refusal === "slot_taken" ? { alternatives: refused.alternatives } : {};
  return problem(refusal === "not_yours" ? 403 : 409, refusal, notMoved[refusal], more);
}

/** And for people. */
export function moveStopped(refused: ResizeRefusal) {
  const { refusal } = refused;
  if (refusal === "unknown_booking") return stopped("This booking is no longer here.", { code: refusal });
  return stopped(notMoved[refusal], { code: refusal });
}
