"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { carefully } from "@/app/_server/action";
import { languageHere } from "@/app/_server/language";
import { type AgainRefusal, bookAgain } from "@/lib/bookings/book-again";
import { bookingToken, payHref } from "@/lib/bookings/booking-token";
import { depositWords } from "@/lib/bookings/deposit-words";
import { bookAgainInput } from "@/lib/bookings/input";
import { termsWords } from "@/lib/bookings/terms";
import { formatMoney, type Language } from "@/lib/platform/format";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { askedFor } from "../asked-for";
import { nothingThere } from "../no-booking";
import { ticketWords } from "../words";

/** `key` is that of a try of which nobody knows what became: the next one is the same. */
export type AgainState = {
  problem?: string;
  key?: string;
  /** What is to be paid beforehand, once it has been said: the next tap accepts it. */
  deposit?: number;
};

/** Whoever holds a booking's link books the same again, for the same customer. */
export async function bookSame(_: AgainState, form: FormData): Promise<AgainState> {
  const language = await languageHere();
  const words = ticketWords[language];
  const asked = await askedFor(form);
  if (!asked) return { problem: nothingThere(words) };
  const { token, tenantId, bookingId, actor, problem, text } = asked;
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
  if (problem || !wish.success) return { problem: problem ?? words.chooseTime, ...(key ? { key } : {}) };
  const booked = await carefully(
    () =>
      withTenant(tenantId, actor, (scope) => bookAgain(scope, { id: bookingId, ...wish.data }, { source: "public" })),
    () => null,
  );
  if (booked?.ok) {
    const made = bookingToken(booked.value.id);
    redirect(booked.value.deposit ? payHref(made) : `/b/${made}`);
  }
  if (!booked) return { problem: words.unavailable, ...(key ? { key } : {}) };
  // The times, prices and terms that hold now, to choose by.
  revalidatePath(`/b/${token}/again`);
  const deposit = "depositMinor" in booked ? { deposit: booked.depositMinor ?? 0 } : {};
  return { problem: wordsFor(booked, language), ...deposit };
}

function wordsFor(refused: AgainRefusal, language: Language): string {
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
