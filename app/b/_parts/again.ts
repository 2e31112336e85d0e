import "server-only";
import type { AgainRefusal } from "@/lib/bookings/book-again";
import { depositWords } from "@/lib/bookings/deposit-words";
import { bookAgainInput } from "@/lib/bookings/input";
import { termsWords } from "@/lib/bookings/terms";
import { formatMoney, type Language } from "@/lib/platform/format";
import { nothingThere } from "../[token]/no-booking";
import { ticketWords } from "../[token]/words";

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

/** Why nothing was booked, for whoever pressed it. */
export function againWords(refused: AgainRefusal, language: Language): string {
  const words = ticketWords[language];
  switch (refused.refusal) {
    case "slot_taken":
      return words.takenAgain;
    case "price_changed":
      return `${words.priceNow(formatMoney(refused.totalMinor, refused.currency))} ${words.ifItSuits}`;
    case "terms_changed": {
      const { terms, totalMinor, currency } = refused;
      const said = termsWords(terms, totalMinor, currency, undefined, language) || words.freeNow;
      return `${said} ${words.changedSince} ${words.ifItSuits}`;
    }
    case "deposit_changed":
      return `${depositWords(refused, undefined, language)} ${words.ifItSuits}`;
    case "key_reused":
      return words.keyReused;
    case "too_many_that_day":
      return words.thatDay;
    case "too_many_open":
      return words.manyOpen(refused.most);
    case "unknown_booking":
      return nothingThere(words);
    case "not_sold":
    case "unknown_service":
    case "unknown_staff":
      return words.chooseAnew;
    default:
      return words.notHere;
  }
}
