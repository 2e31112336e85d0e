"use server";

import { done, memberAction, memberErrand, stopped } from "@/app/_server/action";
import { always } from "@/app/_server/proof";
import { sayHere } from "@/app/_words/say-here";
import { beginCancelling } from "@/lib/closing/cancel-all-coming";
import { closeBusiness } from "@/lib/closing/close-business";
import { cancelComingInput, closeInput, keepInput, takeInput } from "@/lib/closing/input";
import { keepBusiness } from "@/lib/closing/keep-business";

export const closeHouse = memberAction(
  "business.close",
  closeInput,
  async (scope, _, input) => {
    const closed = await closeBusiness(scope, input);
    if (closed.ok) return done(closed.value);
    const say = await sayHere();
    return closed.refusal === "wrong_name"
      ? stopped(say("Some fields are not right."), {
          fields: { name: [say("is not what the business is called")] },
          code: closed.refusal,
        })
      : stopped(
          say(
            "{bookings, plural, one {A booking is still to come. Cancel it first.} other {{bookings} bookings are still to come. Cancel them first.}}",
            { bookings: closed.bookings },
          ),
          { code: closed.refusal },
        );
  },
  always,
);

export const keepHouse = memberAction("business.close", keepInput, async (scope) => {
  const kept = await keepBusiness(scope);
  if (kept.ok) return done({ kept: true });
  return stopped((await sayHere())("Its time is over: it is being deleted."), { code: kept.refusal });
});

export const cancelAll = memberAction(
  "business.close",
  cancelComingInput,
  async (scope, { visitor }) => {
    await beginCancelling(scope, visitor.user.id);
    return done({ begun: true });
  },
  always,
);

/** Whether all of it may be taken now: what stands in the way is said on the page, before the browser asks for the file. */
export const readyToTake = memberErrand("archive.take", takeInput, async () => done({ ready: true }), always);
