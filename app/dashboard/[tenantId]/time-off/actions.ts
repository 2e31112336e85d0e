"use server";

import { z } from "zod";
import { done, memberAction } from "@/app/_server/action";
import { unlessAffected } from "@/app/_server/affected";
import { settingStopped } from "@/app/_server/settings-refused";
import { decideTimeOffUnlessBooked, enterTimeOffUnlessBooked } from "@/lib/bookings/unless-booked";
import { askTimeOff } from "@/lib/staff/ask-time-off";
import { withdrawTimeOff } from "@/lib/staff/decide-time-off";
import { decideTimeOffInput, timeOffInput } from "@/lib/staff/time-off-input";

const id = z.uuid("is not an id").toLowerCase();

export const ask = memberAction("time_off.ask", timeOffInput, async (scope, _, input) => {
  const asked = await askTimeOff(scope, input);
  return asked.ok ? done(null) : settingStopped(asked);
});

export const enter = memberAction("time_off.decide", timeOffInput, async (scope, _, input) =>
  unlessAffected(await enterTimeOffUnlessBooked(scope, input), settingStopped),
);

export const decide = memberAction(
  "time_off.decide",
  z.object({ id, to: decideTimeOffInput }),
  async (scope, _, input) => unlessAffected(await decideTimeOffUnlessBooked(scope, input.id, input.to), settingStopped),
);

export const withdraw = memberAction("time_off.ask", z.object({ id }), async (scope, _, input) => {
  const withdrawn = await withdrawTimeOff(scope, input.id);
  return withdrawn.ok ? done(null) : settingStopped(withdrawn);
});
