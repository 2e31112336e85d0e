"use server";

import { redirect } from "next/navigation";
import { carefully } from "@/app/_server/action";
import { languageHere } from "@/app/_server/language";
import type { BookingStatus } from "@/db/schema/bookings";
import { type AnswerRefusal, acceptProposal, declineProposals } from "@/lib/bookings/answer-proposal";
import { type ChangeRefusal, changeBooking } from "@/lib/bookings/change-booking";
import { changeBookingInput, moveBookingInput } from "@/lib/bookings/input";
import { type MoveRefusal, moveBooking } from "@/lib/bookings/move-booking";
import { isId } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { askedFor } from "./asked-for";
import { nothingThere } from "./no-booking";
import { type TicketWords, ticketWords } from "./words";

export type TicketState = { problem?: string };

const changing = changeBookingInput.pick({ from: true });

const endOf = (status: BookingStatus) => (status === "held" ? "release" : "cancel");

/** Whoever holds a booking's link cancels it, once, before it begins. */
export async function cancel(_: TicketState, form: FormData): Promise<TicketState> {
  return onTicket(form, (text, words) => {
    const seen = changing.safeParse({ from: text("from") });
    if (!seen.success) return words.movedOn;
    const { from } = seen.data;
    return (scope, id) => changeBooking(scope, { id, move: endOf(from), from });
  });
}

/** Time that the house keeps for whoever holds the link becomes theirs. */
export async function confirmHold(_: TicketState, form: FormData): Promise<TicketState> {
  return onTicket(form, () => (scope, id) => changeBooking(scope, { id, move: "confirm", from: "held" }));
}

/** One of the times that the house proposes, or none of them. */
export async function answerProposal(_: TicketState, form: FormData): Promise<TicketState> {
  return onTicket(form, (text, words) => {
    const holdId = text("proposal");
    if (holdId === "none") return (scope, id) => declineProposals(scope, { id });
    return isId(holdId) ? (scope, id) => acceptProposal(scope, { id, holdId }) : words.chooseTime;
  });
}

/** Says that they have come, around the start. */
export async function arrive(_: TicketState, form: FormData): Promise<TicketState> {
  return onTicket(
    form,
    () => (scope, id) => changeBooking(scope, { id, move: "check_in", from: "confirmed" }),
    notHere,
  );
}

/** The same for another time. */
export async function move(_: TicketState, form: FormData): Promise<TicketState> {
  return onTicket(form, (text, words) => {
    const wish = moveBookingInput
      .pick({ startsAt: true, from: true, staffId: true })
      .safeParse({ startsAt: text("at"), from: text("from"), staffId: text("staff") || undefined });
    return wish.success ? (scope, id) => moveBooking(scope, { id, ...wish.data }) : words.chooseTime;
  });
}

type Work = (scope: Scope, id: string) => Promise<{ ok: true } | { ok: false; refusal: Refusal }>;

/** Does to the booking what its form asks for and shows it again, or says what is in the way. */
async function onTicket(
  form: FormData,
  read: (text: (name: string) => string, words: TicketWords) => Work | string,
  said: (words: TicketWords) => Partial<Record<Refusal, string>> = () => ({}),
): Promise<TicketState> {
  const words = ticketWords[await languageHere()];
  const asked = await askedFor(form);
  if (!asked) return { problem: nothingThere(words) };
  const { token, tenantId, bookingId, actor, problem, text } = asked;
  if (problem) return { problem };
  const work = read(text, words);
  if (typeof work === "string") return { problem: work };
  const done = await carefully(
    () => withTenant(tenantId, actor, (scope) => work(scope, bookingId)),
    () => null,
  );
  if (done?.ok) redirect(`/b/${token}`);
  return { problem: done ? (said(words)[done.refusal] ?? refusedWords(words)[done.refusal]) : words.unavailable };
}

type Refusal = ChangeRefusal["refusal"] | MoveRefusal["refusal"] | AnswerRefusal["refusal"];

const notHere = ({ tooEarly, atTheDesk }: TicketWords): Partial<Record<Refusal, string>> => ({
  too_early: tooEarly,
  ...{ too_late: atTheDesk, not_yours: atTheDesk, time_taken: atTheDesk },
});

const refusedWords = (words: TicketWords): Record<Refusal, string> => ({
  proposal_over: words.proposalOver,
  unknown_booking: nothingThere(words),
  moved_on: words.movedOn,
  ...{ not_yours: words.noChange, too_early: words.noChange, long_over: words.noChange, time_taken: words.noChange },
  too_late: words.begun,
  hold_over: words.holdOver,
  same_place: words.samePlace,
  asks_deposit: words.asksDeposit,
  deposit_due: words.depositDue,
  slot_taken: words.slotTaken,
  unknown_service: words.noService,
  unknown_staff: words.noStaff,
});
