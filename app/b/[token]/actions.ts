"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { waitWords } from "@/app/_components/forms/wait-words";
import { carefully } from "@/app/_server/action";
import { formText } from "@/app/_server/form";
import { borrowsSession, requestOrigin } from "@/app/_server/origin";
import { guest } from "@/app/book/_parts/tenant";
import type { BookingStatus } from "@/db/schema/bookings";
import { countBooking } from "@/lib/auth/limits";
import { type AnswerRefusal, acceptProposal, declineProposals } from "@/lib/bookings/answer-proposal";
import { type ChangeRefusal, changeBooking } from "@/lib/bookings/change-booking";
import { changeBookingInput, moveBookingInput } from "@/lib/bookings/input";
import { type MoveRefusal, moveBooking } from "@/lib/bookings/move-booking";
import { addressOf } from "@/lib/platform/client-address";
import { isId } from "@/lib/platform/ids";
import { tenantOfToken } from "@/lib/tenancy/doors/tenant-of-token";
import { withTenant } from "@/lib/tenancy/with-tenant";

export type TicketState = { problem?: string };

const changing = changeBookingInput.pick({ from: true });
const unavailable = "That did not go through. Please try again in a moment.";

const endOf = (status: BookingStatus) => (status === "held" ? "release" : "cancel");

/** Whoever holds a booking's link cancels it, once, before it begins. */
export async function cancel(_: TicketState, form: FormData): Promise<TicketState> {
  const asked = await askedFor(form);
  if (!asked) return { problem: words.unknown_booking };
  const { token, owner, actor, problem, text } = asked;
  const seen = changing.safeParse({ from: text("from") });
  if (problem || !seen.success) return { problem: problem ?? words.moved_on };
  const cancelled = await carefully(
    () =>
      withTenant(owner.tenantId, actor, (scope) =>
        changeBooking(scope, { id: owner.subjectId, move: endOf(seen.data.from), from: seen.data.from }),
      ),
    () => null,
  );
  if (cancelled?.ok) redirect(`/b/${token}`);
  return { problem: cancelled ? words[cancelled.refusal] : unavailable };
}

/** Time that the house keeps for whoever holds the link becomes theirs. */
export async function confirmHold(_: TicketState, form: FormData): Promise<TicketState> {
  const asked = await askedFor(form);
  if (!asked) return { problem: words.unknown_booking };
  const { token, owner, actor, problem } = asked;
  if (problem) return { problem };
  const confirmed = await carefully(
    () =>
      withTenant(owner.tenantId, actor, (scope) =>
        changeBooking(scope, { id: owner.subjectId, move: "confirm", from: "held" }),
      ),
    () => null,
  );
  if (confirmed?.ok) redirect(`/b/${token}`);
  return { problem: confirmed ? words[confirmed.refusal] : unavailable };
}

/** One of the times that the house proposes, or none of them. */
export async function answerProposal(_: TicketState, form: FormData): Promise<TicketState> {
  const asked = await askedFor(form);
  if (!asked) return { problem: words.unknown_booking };
  const { token, owner, actor, problem, text } = asked;
  const proposal = text("proposal");
  const isNone = proposal === "none";
  if (problem || (!isNone && !isId(proposal))) return { problem: problem ?? "Choose a time." };
  const id = owner.subjectId;
  const answered = await carefully(
    () =>
      withTenant(owner.tenantId, actor, (scope) =>
        isNone ? declineProposals(scope, { id }) : acceptProposal(scope, { id, holdId: proposal }),
      ),
    () => null,
  );
  if (answered?.ok) redirect(`/b/${token}`);
  return { problem: answered ? words[answered.refusal] : unavailable };
}

/** The same for another time. */
export async function move(_: TicketState, form: FormData): Promise<TicketState> {
  const asked = await askedFor(form);
  if (!asked) return { problem: words.unknown_booking };
  const { token, owner, actor, problem, text } = asked;
  const wish = moveBookingInput
    .pick({ startsAt: true, from: true })
    .safeParse({ startsAt: text("at"), from: text("from") });
  if (problem || !wish.success) return { problem: problem ?? "Choose a time." };
  const moved = await carefully(
    () => withTenant(owner.tenantId, actor, (scope) => moveBooking(scope, { id: owner.subjectId, ...wish.data })),
    () => null,
  );
  if (moved?.ok) redirect(`/b/${token}`);
  return { problem: moved ? words[moved.refusal] : unavailable };
}

/** Whose booking the form is about, and what keeps it from being done at all. Null for no booking, or a borrowed session. */
async function askedFor(form: FormData) {
  const text = formText(form);
  const asked = await headers();
  const token = text("token");
  const owner = await tenantOfToken(token);
  if (borrowsSession(asked) || owner?.kind !== "booking") return null;
  const within = await countBooking(addressOf(asked));
  const actor = { ...guest, from: requestOrigin(asked) };
  return { token, owner, text, actor, problem: within.ok ? undefined : waitWords(within.retryAfterSeconds) };
}

type Refusal = ChangeRefusal["refusal"] | MoveRefusal["refusal"] | AnswerRefusal["refusal"];

const words: Record<Refusal, string> = {
  proposal_over: "That time is no longer kept for you. Choose another one, or call.",
  unknown_booking: "This booking is no longer here.",
  moved_on: "This booking has changed since you opened this page. Please load it again.",
  not_yours: "This can no longer be changed here. Please call.",
  too_early: "This can no longer be changed here. Please call.",
  too_late: "It has begun, so it can no longer be cancelled here. Please call.",
  hold_over: "The time was kept only until then. It may still be free: book it again.",
  long_over: "This can no longer be changed here. Please call.",
  time_taken: "This can no longer be changed here. Please call.",
  same_place: "It is at that time already. Choose another one.",
  slot_taken: "That time has just been taken. Your booking is where it was; choose another time.",
  unknown_service: "This service is no longer offered. Please call.",
  unknown_staff: "Whoever was to do it no longer does this. Please call.",
};
