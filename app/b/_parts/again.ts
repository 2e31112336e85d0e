import "server-only";
import type { AgainRefusal } from "@/lib/bookings/book-again";
import { depositWords } from "@/lib/bookings/deposit-words";
import { bookAgainInput } from "@/lib/bookings/input";
import { termsWords } from "@/lib/bookings/terms";
import { formatMoney } from "@/lib/platform/format";
import { nothingThere } from "../[token]/no-booking";

/** What the form of times asks for. */
export function wishAgain(text: (name: string) => string) {
  // The time and the price that stood beside it travel in one button.
  const [startsAt, total] = text("at").split(" ");
  const key = text("key") || undefined;
  const wish = bookAgainInput.safeParse({
    startsAt,
    totalMinor: Number(total),
    terms: text("terms"),
    depositMinor: Number(text("deposit")),
    key,
  });
  return { key, wish };
}

const gone = "This is no longer offered as it was. Please choose a service anew.";
const call = "This cannot be booked here. Please call.";

/** Why nothing was booked, for whoever pressed it. */
export function againWords(refused: AgainRefusal): string {
  switch (refused.refusal) {
    case "slot_taken":
      return "That time has just been taken. Nothing is booked yet; choose another one.";
    case "price_changed":
      return `The price is now ${formatMoney(refused.totalMinor, refused.currency)}. Nothing is booked yet; choose a time again if it suits you.`;
    case "terms_changed":
      return `${termsWords(refused.terms, refused.totalMinor, refused.currency) || "Cancelling is free now."} That has changed since you opened this page. Nothing is booked yet; choose a time again if it suits you.`;
    case "deposit_changed":
      return `${depositWords(refused)} Nothing is booked yet; choose a time again if it suits you.`;
    case "key_reused":
      return "Another time was booked from this page already. To make one more, choose a time again.";
    case "too_many_that_day":
      return "That day is yours already. Please choose another one.";
    case "too_many_open":
      return `You have ${refused.most} bookings to come. To make another one please call.`;
    case "unknown_booking":
      return nothingThere;
    case "not_sold":
    case "unknown_service":
    case "unknown_staff":
      return gone;
    default:
      return call;
  }
}
