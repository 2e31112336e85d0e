"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { waitWords } from "@/app/_components/forms/wait-words";
import { formText } from "@/app/_server/form";
import { borrowsSession } from "@/app/_server/origin";
import { guest } from "@/app/book/_parts/tenant";
import { countBooking } from "@/lib/auth/limits";
import type { ChangeRefusal } from "@/lib/bookings/change-booking";
import { changeBooking } from "@/lib/bookings/change-booking";
import { changeBookingInput } from "@/lib/bookings/input";
import { addressOf } from "@/lib/platform/client-address";
import { log } from "@/lib/platform/log";
import { tenantOfToken } from "@/lib/tenancy/doors/tenant-of-token";
import { withTenant } from "@/lib/tenancy/with-tenant";

export type CancelState = { problem?: string };

const wish = changeBookingInput.pick({ from: true });

/** Whoever holds a booking's link cancels it, once, before it begins. */
export async function cancel(_: CancelState, form: FormData): Promise<CancelState> {
  const text = formText(form);
  const asked = await headers();
  const owner = await tenantOfToken(text("token"));
  const seen = wish.safeParse({ from: text("from") });
  if (borrowsSession(asked) || owner?.kind !== "booking" || !seen.success) return { problem: words.unknown_booking };
  const within = await countBooking(addressOf(asked));
  if (!within.ok) return { problem: waitWords(within.retryAfterSeconds) };
  const cancelled = await withTenant(owner.tenantId, guest, (scope) =>
    changeBooking(scope, { id: owner.subjectId, move: "cancel", from: seen.data.from }),
  ).catch((error: unknown) => {
    log().error({ err: error }, "cancelling from the page failed");
    return null;
  });
  if (cancelled?.ok) redirect(`/b/${text("token")}`);
  return { problem: cancelled ? words[cancelled.refusal] : "That did not go through. Please try again in a moment." };
}

const words: Record<ChangeRefusal["refusal"], string> = {
  unknown_booking: "This booking is no longer here.",
  moved_on: "This booking has changed since you opened this page. Please load it again.",
  not_yours: "This can no longer be cancelled here. Please call.",
  too_early: "This can no longer be cancelled here. Please call.",
  too_late: "It has begun, so it can no longer be cancelled here. Please call.",
  time_taken: "This can no longer be cancelled here. Please call.",
};
