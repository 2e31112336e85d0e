"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { carefully, unavailable } from "@/app/_server/action";
import { type AgainRefusal, bookAgain } from "@/lib/bookings/book-again";
import { bookingToken, payHref } from "@/lib/bookings/booking-token";
import { depositWords } from "@/lib/bookings/deposit-words";
import { bookAgainInput } from "@/lib/bookings/input";
import { termsWords } from "@/lib/bookings/terms";
import { formatMoney } from "@/lib/platform/format";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { askedFor } from "../asked-for";
import { nothingThere } from "../no-booking";

/** `key` is that of a try of which nobody knows what became: the next one is the same. */
export type AgainState = {
  problem?: string;
  key?: string;
  /** What is to be paid beforehand, once it has been said: the next tap accepts it. */
  deposit?: number;
};

/** Whoever holds a booking's link books the same again, for the same customer. */
export async function bookSame(_: AgainState, form: FormData): Promise<AgainState> {
  const asked = await askedFor(form);
  if (!asked) return { problem: nothingThere };
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
  if (problem || !wish.success) return { problem: problem ?? "Choose a time.", ...(key ? { key } : {}) };
  const booked = await carefully(
    () =>
      withTenant(tenantId, actor, (scope) => bookAgain(scope, { id: bookingId, ...wish.data }, { source: "public" })),
    () => null,
  );
  if (booked?.ok) {
    const made = bookingToken(booked.value.id);
    redirect(booked.value.deposit ? payHref(made) : `/b/${made}`);
  }
  if (!booked) return { problem: unavailable, ...(key ? { key } : {}) };
  // The times, prices and terms that hold now, to choose by.
  revalidatePath(`/b/${token}/again`);
  const deposit = "depositMinor" in booked ? { deposit: booked.depositMinor ?? 0 } : {};
  return { problem: wordsFor(booked), ...deposit };
}

const gone = "This is no longer offered as it was. Please choose a service anew.";
const call = "This cannot be booked here. Please call.";

function wordsFor(refused: AgainRefusal): string {
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
