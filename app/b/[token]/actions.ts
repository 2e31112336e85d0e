"use server";

import { redirect } from "next/navigation";
import { carefully, unavailable } from "@/app/_server/action";
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

export type TicketState = { problem?: string };

const changing = changeBookingInput.pick({ from: true });

const endOf = (status: BookingStatus) => (status === "held" ? "release" : "cancel");

/** Whoever holds a booking's link cancels it, once, before it begins. */
export async function cancel(_: TicketState, form: FormData): Promise<TicketState> {
  return onTicket(form, (text) => {
    const seen = changing.safeParse({ from: text("from") });
    if (!seen.success) return words.moved_on;
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
  return onTicket(form, (text) => {
    const holdId = text("proposal");
    if (holdId === "none") return (scope, id) => declineProposals(scope, { id });
    return isId(holdId) ? (scope, id) => acceptProposal(scope, { id, holdId }) : "Choose a time.";
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
  return onTicket(form, (text) => {
    const wish = moveBookingInput
      .pick({ startsAt: true, from: true, staffId: true })
      .safeParse({ startsAt: text("at"), from: text("from"), staffId: text("staff") || undefined });
    return wish.success ? (scope, id) => moveBooking(scope, { id, ...wish.data }) : "Choose a time.";
  });
}

type Work = (scope: Scope, id: string) => Promise<{ ok: true } | { ok: false; refusal: Refusal }>;

/** Does to the booking what its form asks for and shows it again, or says what is in the way. */
async function onTicket(
  form: FormData,
  read: (text: (name: string) => string) => Work | string,
  said: Partial<Record<Refusal, string>> = {},
): Promise<TicketState> {
  const asked = await askedFor(form);
  if (!asked) return { problem: nothingThere };
  const { token, tenantId, bookingId, actor, problem, text } = asked;
  if (problem) return { problem };
  const work = read(text);
  if (typeof work === "string") return { problem: work };
  const done = await carefully(
    () => withTenant(tenantId, actor, (scope) => work(scope, bookingId)),
    () => null,
  );
  if (done?.ok) redirect(`/b/${token}`);
  return { problem: done ? (said[done.refusal] ?? words[done.refusal]) : unavailable };
}

const atTheDesk = "This could not be noted here. Please tell the front desk that you have come.";

const notHere: Partial<Record<Refusal, string>> = {
  too_early: "It is too early for that: come back within the hour before your time.",
  too_late: atTheDesk,
  not_yours: atTheDesk,
  time_taken: atTheDesk,
};

type Refusal = ChangeRefusal["refusal"] | MoveRefusal["refusal"] | AnswerRefusal["refusal"];

const words: Record<Refusal, string> = {
  proposal_over: "That time is no longer kept for you. Choose another one, or call.",
  unknown_booking: nothingThere,
  moved_on: "This booking has changed since you opened this page. Please load it again.",
  not_yours: "This can no longer be changed here. Please call.",
  too_early: "This can no longer be changed here. Please call.",
  too_late: "It has begun, so it can no longer be cancelled here. Please call.",
  hold_over: "The time was kept only until then. It may still be free: book it again.",
  long_over: "This can no longer be changed here. Please call.",
  time_taken: "This can no longer be changed here. Please call.",
  same_place: "It is at that time already. Choose another one.",
  asks_deposit:
    "That time has to be paid for beforehand, which a move cannot do. Choose another time, book it anew, or call.",
  deposit_due: "This time is yours once its deposit is paid.",
  slot_taken: "That time has just been taken. Your booking is where it was; choose another time.",
  unknown_service: "This service is no longer offered. Please call.",
  unknown_staff: "Whoever was to do it no longer does this. Please call.",
};
