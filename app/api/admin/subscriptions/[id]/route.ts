import type { z } from "zod";
import { always } from "@/app/_server/proof";
import { adminCommand, notFoundProblem } from "@/app/_server/route";
import { subscriptionReply } from "@/app/_server/subscription-refused";
import { adminActor } from "@/app/_server/visitor";
import { helpSubscription } from "@/lib/subscriptions/help-subscription";
import { helpInput } from "@/lib/subscriptions/input";

/** Days are given to a business, or an invoice of it was paid otherwise. */
export const PATCH = adminCommand<z.output<typeof helpInput>, { id: string }>(
  "platform.plans",
  helpInput,
  async (visitor, input, { id }) => {
    const helped = await helpSubscription(id, await adminActor(visitor), input);
    return helped ? subscriptionReply<object>(helped) : notFoundProblem();
  },
  always,
);
