"use server";

import { redirect } from "next/navigation";
import { carefully, unavailable } from "@/app/_server/action";
import { type AgainRefusal, bookAgain } from "@/lib/bookings/book-again";
import { bookingToken } from "@/lib/bookings/booking-token";
import { bookAgainInput } from "@/lib/bookings/input";
import { formatMoney } from "@/lib/platform/format";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { askedFor } from "../asked-for";

export type AgainState = { problem?: string };

/** Whoever holds a booking's link books the same again, for the same customer. */
export async function bookSame(_: AgainState, form: FormData): Promise<AgainState> {
  const asked = await askedFor(form);
  if (!asked) return { problem: gone };
  const { owner, actor, problem, text } = asked;
  // The time and the price that stood beside it travel in one button.
  const [startsAt, total] = text("at").split(" ");
  const wish = bookAgainInput.safeParse({ startsAt, totalMinor: Number(total) });
  if (problem || !wish.success) return { problem: problem ?? "Choose a time." };
  const booked = await carefully(
    () =>
      withTenant(owner.tenantId, actor, (scope) =>
        bookAgain(scope, { id: owner.subjectId, ...wish.data }, { source: "public" }),
      ),
    () => null,
  );
  if (booked?.ok) redirect(`/b/${bookingToken(booked.value.id)}`);
  return { problem: booked ? wordsFor(booked) : unavailable };
}

const gone = "This is no longer offered as it was. Please choose a service anew.";
const call = "This cannot be booked here. Please call.";

function wordsFor(refused: AgainRefusal): string {
  switch (refused.refusal) {
    case "slot_taken":
      return "That time has just been taken. Nothing is booked yet; choose another one.";
    case "price_changed":
      return `The price is now ${formatMoney(refused.totalMinor, refused.currency)}. Nothing is booked yet; choose a time again if it suits you.`;
    case "too_many_that_day":
      return "That day is yours already. Please choose another one.";
    case "too_many_open":
      return `You have ${refused.most} bookings to come. To make another one please call.`;
    case "unknown_booking":
    case "not_sold":
    case "unknown_service":
    case "unknown_staff":
      return gone;
    default:
      return call;
  }
}
