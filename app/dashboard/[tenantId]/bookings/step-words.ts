import { phrase } from "@/app/_words/phrase";
import type { Phrase, Say } from "@/app/_words/say";
import type { BookingMove } from "@/db/schema/bookings";
import type { PastStep } from "@/lib/bookings/rules";

// Apart from their tables: `accept` is also an attribute of HTML, in which the tests of words look for none.
const accepting = phrase("Accept");
const accepted = (say: Say, who: string): string => say("{who} accepted it", { who });

/** What a button says. */
export const stepLabels: Record<Exclude<BookingMove, "expire">, Phrase> = {
  accept: accepting,
  decline: phrase("Decline"),
  confirm: phrase("Confirm"),
  release: phrase("Let it go"),
  cancel: phrase("Cancel booking"),
  check_in: phrase("Check in"),
  start: phrase("Start"),
  complete: phrase("Complete"),
  miss: phrase("No-show"),
};

const told: Record<BookingMove, (say: Say, who: string) => string> = {
  accept: (say, who) => say("{who}’s booking is confirmed", { who }),
  confirm: (say, who) => say("{who}’s booking is confirmed", { who }),
  release: (say, who) => say("The time held for {who} is free again", { who }),
  decline: (say, who) => say("{who}’s request is declined", { who }),
  expire: (say, who) => say("{who}’s request has expired", { who }),
  cancel: (say, who) => say("{who}’s booking is cancelled", { who }),
  check_in: (say, who) => say("{who} is here", { who }),
  start: (say, who) => say("{who} is being served", { who }),
  complete: (say, who) => say("{who}’s visit is done", { who }),
  miss: (say, who) => say("{who} did not come", { who }),
};

export const doneWords = (say: Say, move: BookingMove, who: string): string => told[move](say, who);

const past: Record<Exclude<PastStep["move"], "pay" | "expire">, (say: Say, who: string) => string> = {
  accept: accepted,
  decline: (say, who) => say("{who} declined it", { who }),
  confirm: (say, who) => say("{who} confirmed it", { who }),
  release: (say, who) => say("{who} let it go", { who }),
  cancel: (say, who) => say("{who} cancelled it", { who }),
  check_in: (say, who) => say("{who} checked them in", { who }),
  start: (say, who) => say("{who} began", { who }),
  complete: (say, who) => say("{who} completed it", { who }),
  miss: (say, who) => say("{who} marked a no-show", { who }),
  move: (say, who) => say("{who} moved it", { who }),
  resize: (say, who) => say("{who} changed how long it takes", { who }),
  ask: (say, who) => say("{who} asked them to choose another time", { who }),
  keep: (say, who) => say("{who} kept it as booked", { who }),
  undo: (say, who) => say("{who} took the last step back", { who }),
  extend: (say, who) => say("{who} held it longer", { who }),
  propose: (say, who) => say("{who} proposed other times", { who }),
  agree: (say, who) => say("{who} took a proposed time", { who }),
  disagree: (say, who) => say("{who} took none of the proposed times", { who }),
};

/** One line of a booking's history. */
export function pastWords(say: Say, { move, by, who }: PastStep): string {
  if (move === "expire") return say("Nobody answered in time");
  if (move === "pay" && by === "system") return say("Deposit paid");
  const doer = by === "customer" ? say("The customer") : (who ?? say("Somebody"));
  if (move === "pay")
    return by === "member"
      ? say("{who} took the deposit", { who: doer })
      : say("{who} paid the deposit", { who: doer });
  return past[move](say, by === "system" ? "" : doer).trim();
}
