"use server";

import { z } from "zod";
import { done, memberAction } from "@/app/_server/action";
import { queueStopped } from "@/app/_server/queue-refused";
import { joinWaitlistInput } from "@/lib/waitlist/input";
import { joinWaitlist } from "@/lib/waitlist/join-waitlist";
import { leaveWaitlist } from "@/lib/waitlist/leave-waitlist";

export const join = memberAction("waitlist.keep", joinWaitlistInput, async (scope, _, input) => {
  const joined = await joinWaitlist(scope, input, "desk");
  return joined.ok ? done(joined.value) : queueStopped(joined);
});

const id = z.uuid("is not an id").toLowerCase();

export const takeOff = memberAction("waitlist.keep", z.object({ id }), async (scope, _, wish) => {
  const left = await leaveWaitlist(scope, wish.id);
  return left.ok ? done(left.value) : queueStopped(left);
});
