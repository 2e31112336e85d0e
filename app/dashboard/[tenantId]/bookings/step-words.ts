import { phrase } from "@/app/_words/phrase";
import type { BookingMove } from "@/db/schema/bookings";
import type { PastStep } from "@/lib/bookings/rules";

/** What a button says. */
export const stepLabels: Record<Exclude<BookingMove, "expire">, string> = {
  accept: "Accept",
  decline: "Decline",
  confirm: "Confirm",
  release: phrase("Let it go"),
  cancel: phrase("Cancel booking"),
  check_in: phrase("Check in"),
  start: "Start",
  complete: "Complete",
  miss: "No-show",
};

const told: Record<BookingMove, (who: string) => string> = {
  accept: (who) => `${who}’s booking is confirmed`,
  confirm: (who) => `${who}’s booking is confirmed`,
  release: (who) => `The time held for ${who} is free again`,
  decline: (who) => `${who}’s request is declined`,
  expire: (who) => `${who}’s request has expired`,
  cancel: (who) => `${who}’s booking is cancelled`,
  check_in: (who) => `${who} is here`,
  start: (who) => `${who} is being served`,
  complete: (who) => `${who}’s visit is done`,
  miss: (who) => `${who} did not come`,
};

export const doneWords = (move: BookingMove, who: string): string => told[move](who);

const past: Record<PastStep["move"], string> = {
  accept: "accepted it",
  decline: "declined it",
  confirm: "confirmed it",
  release: "let it go",
  expire: phrase("Nobody answered in time"),
  cancel: "cancelled it",
  check_in: "checked them in",
  start: "began",
  complete: "completed it",
  miss: "marked a no-show",
  move: "moved it",
  resize: "changed how long it takes",
  ask: "asked them to choose another time",
  keep: "kept it as booked",
  undo: "took the last step back",
  extend: "held it longer",
  propose: "proposed other times",
  agree: "took a proposed time",
  disagree: "took none of the proposed times",
  pay: "paid the deposit",
};

/** One line of a booking's history. */
export function pastWords({ move, by, who }: PastStep): string {
  if (by === "system") return move === "pay" ? "Deposit paid" : past[move];
  if (move === "pay" && by === "member") return `${who ?? "Somebody"} took the deposit`;
  return `${by === "customer" ? "The customer" : (who ?? "Somebody")} ${past[move]}`;
}
