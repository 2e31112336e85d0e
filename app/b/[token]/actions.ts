"use server";

import { redirect } from "next/navigation";
import { carefully, unavailable } from "@/app/_server/action";
import { type ChangeRefusal, changeBooking } from "@/lib/bookings/change-booking";
import { changeBookingInput, moveBookingInput } from "@/lib/bookings/input";
import { type MoveRefusal, moveBooking } from "@/lib/bookings/move-booking";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { askedFor } from "./asked-for";

export type TicketState = { problem?: string };

const changing = changeBookingInput.pick({ from: true });

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
        changeBooking(scope, { id: owner.subjectId, move: "cancel", from: seen.data.from }),
      ),
    () => null,
  );
  if (cancelled?.ok) redirect(`/b/${token}`);
  return { problem: cancelled ? words[cancelled.refusal] : unavailable };
}

/** Says that they have come, around the start. */
export async function arrive(_: TicketState, form: FormData): Promise<TicketState> {
  const asked = await askedFor(form);
  if (!asked) return { problem: words.unknown_booking };
  const { token, owner, actor, problem } = asked;
  if (problem) return { problem };
  const here = await carefully(
    () =>
      withTenant(owner.tenantId, actor, (scope) =>
        changeBooking(scope, { id: owner.subjectId, move: "check_in", from: "confirmed" }),
      ),
    () => null,
  );
  if (here?.ok) redirect(`/b/${token}`);
  return { problem: here ? notHere[here.refusal] : unavailable };
}

/** The same for another time. */
export async function move(_: TicketState, form: FormData): Promise<TicketState> {
  const asked = await askedFor(form);
  if (!asked) return { problem: words.unknown_booking };
  const { token, owner, actor, problem, text } = asked;
  const wish = moveBookingInput
    .pick({ startsAt: true, from: true, staffId: true })
    .safeParse({ startsAt: text("at"), from: text("from"), staffId: text("staff") || undefined });
  if (problem || !wish.success) return { problem: problem ?? "Choose a time." };
  const moved = await carefully(
    () => withTenant(owner.tenantId, actor, (scope) => moveBooking(scope, { id: owner.subjectId, ...wish.data })),
    () => null,
  );
  if (moved?.ok) redirect(`/b/${token}`);
  return { problem: moved ? words[moved.refusal] : unavailable };
}

const atTheDesk = "This could not be noted here. Please tell the front desk that you have come.";

const notHere: Record<ChangeRefusal["refusal"], string> = {
  unknown_booking: "This booking is no longer here.",
  moved_on: "This booking has changed since you opened this page. Please load it again.",
  too_early: "It is too early for that: come back within the hour before your time.",
  too_late: atTheDesk,
  not_yours: atTheDesk,
  time_taken: atTheDesk,
};

const words: Record<ChangeRefusal["refusal"] | MoveRefusal["refusal"], string> = {
  unknown_booking: "This booking is no longer here.",
  moved_on: "This booking has changed since you opened this page. Please load it again.",
  not_yours: "This can no longer be changed here. Please call.",
  too_early: "This can no longer be changed here. Please call.",
  too_late: "It has begun, so it can no longer be cancelled here. Please call.",
  time_taken: "This can no longer be changed here. Please call.",
  same_place: "It is at that time already. Choose another one.",
  slot_taken: "That time has just been taken. Your booking is where it was; choose another time.",
  unknown_service: "This service is no longer offered. Please call.",
  unknown_staff: "Whoever was to do it no longer does this. Please call.",
};
