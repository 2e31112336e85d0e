"use server";

import { done, memberAction, stopped } from "@/app/_server/action";
import { always } from "@/app/_server/proof";
import { cancelComing } from "@/lib/bookings/cancel-coming";
import { closeBusiness } from "@/lib/closing/close-business";
import { cancelComingInput, closeInput, keepInput } from "@/lib/closing/input";
import { keepBusiness } from "@/lib/closing/keep-business";

export const closeHouse = memberAction(
  "business.close",
  closeInput,
  async (scope, _, input) => {
    const closed = await closeBusiness(scope, input);
    if (closed.ok) return done(closed.value);
    return closed.refusal === "wrong_name"
      ? stopped("Some fields are not right.", {
          fields: { name: ["is not what the business is called"] },
          code: closed.refusal,
        })
      : stopped(
          closed.bookings === 1
            ? "A booking is still to come. Cancel it first."
            : `${closed.bookings} bookings are still to come. Cancel them first.`,
          { code: closed.refusal },
        );
  },
  always,
);

export const keepHouse = memberAction("business.close", keepInput, async (scope) => {
  const kept = await keepBusiness(scope);
  return kept.ok ? done({ kept: true }) : stopped("Its time is over: it is being deleted.", { code: kept.refusal });
});

/** Some at once: whoever asks goes on until none is left. */
export const cancelSome = memberAction(
  "business.close",
  cancelComingInput,
  async (scope) => done(await cancelComing(scope)),
  always,
);
