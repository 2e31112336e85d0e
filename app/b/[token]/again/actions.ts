"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { carefully } from "@/app/_server/action";
import type { FormState } from "@/app/_server/form-action";
import { languageHere } from "@/app/_server/language";
import { bookAgain } from "@/lib/bookings/book-again";
import { bookingToken, payHref } from "@/lib/bookings/booking-token";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { againWords, wishAgain } from "../../_parts/again";
import { askedFor } from "../asked-for";
import { nothingThere } from "../no-booking";
import { ticketWords } from "../words";

/** `key` is that of a try of which nobody knows what became: the next one is the same. */
export type AgainState = FormState & {
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
  const { key, wish } = wishAgain(text);
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
  return { problem: againWords(booked, language), ...deposit };
}
