"use server";

import { z } from "zod";
import { done, memberAction, stopped } from "@/app/_server/action";
import { unlessAffected } from "@/app/_server/affected";
import { businessStopped } from "@/app/_server/business-refused";
import { settingStopped } from "@/app/_server/settings-refused";
import { sayHere } from "@/app/_words/say-here";
import { cancellationInput } from "@/lib/bookings/input";
import { policyInput } from "@/lib/bookings/policy-input";
import { setCancellation } from "@/lib/bookings/set-cancellation";
import { setPolicy } from "@/lib/bookings/set-policy";
import {
  clearDayUnlessBooked,
  setBusinessHoursUnlessBooked,
  setDayUnlessBooked,
  setHolidaysUnlessBooked,
  setHolidayUnlessBooked,
} from "@/lib/bookings/unless-booked";
import { addResourceUnlessBooked, changeResourceUnlessBooked } from "@/lib/bookings/unless-booked-services";
import { clearDayInput, dayInput, holidayInput, holidaysInput } from "@/lib/hours/input";
import { addResourceInput, changeResourceInput } from "@/lib/resources/input";
import { fillWithSamples } from "@/lib/setup/fill-with-samples";
import { fillInput, removeSamplesInput, sayStepInput } from "@/lib/setup/input";
import { removeSamples } from "@/lib/setup/remove-samples";
import { sayStep } from "@/lib/setup/say-step";
import { hoursInput } from "@/lib/staff/input";
import { changeBusiness } from "@/lib/tenancy/change-business";
import { changeBusinessInput } from "@/lib/tenancy/change-input";
import { privacyNoticeInput, setPrivacyNotice } from "@/lib/tenancy/privacy-notice";

export const setOpening = memberAction("settings.manage", hoursInput, async (scope, _, input) =>
  unlessAffected(await setBusinessHoursUnlessBooked(scope, input)),
);

export const setDay = memberAction("settings.manage", dayInput, async (scope, _, input) =>
  unlessAffected(await setDayUnlessBooked(scope, input)),
);

export const clearDay = memberAction("settings.manage", clearDayInput, async (scope, _, input) =>
  unlessAffected(await clearDayUnlessBooked(scope, input)),
);

export const setOneHoliday = memberAction("settings.manage", holidayInput, async (scope, _, input) =>
  unlessAffected(await setHolidayUnlessBooked(scope, input)),
);

export const setAllHolidays = memberAction("settings.manage", holidaysInput, async (scope, _, input) =>
  unlessAffected(await setHolidaysUnlessBooked(scope, input)),
);

export const addToHouse = memberAction("settings.manage", addResourceInput, async (scope, _, input) => {
  const added = await addResourceUnlessBooked(scope, input);
  return unlessAffected(added, settingStopped);
});

export const changeInHouse = memberAction(
  "settings.manage",
  z.object({ id: z.uuid(), to: changeResourceInput }),
  async (scope, _, { id, to }) => unlessAffected(await changeResourceUnlessBooked(scope, id, to), settingStopped),
);

export const setRules = memberAction("settings.manage", policyInput, async (scope, _, input) => {
  const set = await setPolicy(scope, input);
  return set.ok ? done(null) : settingStopped(set);
});

/** For those who book from now on: what is booked keeps what was accepted with it. */
export const setTerms = memberAction("settings.manage", cancellationInput, async (scope, _, { cancellation }) =>
  done(await setCancellation(scope, cancellation)),
);

/** What customers read of what the house does with their data. */
export const setNotice = memberAction("settings.manage", privacyNoticeInput, async (scope, _, notice) =>
  done(await setPrivacyNotice(scope, notice)),
);

export const changeHouse = memberAction("settings.manage", changeBusinessInput, async (scope, _, input) => {
  const changed = await changeBusiness(scope, input);
  return changed.ok ? done(changed.value) : businessStopped(changed);
});

/** That one of the first steps is right as it is, or that nobody wants to see them. */
export const say = memberAction("settings.manage", sayStepInput, async (scope, _, said) =>
  done(await sayStep(scope, said)),
);

export const fillHouse = memberAction("settings.manage", fillInput, async (scope) => {
  const filled = await fillWithSamples(scope);
  if (filled.ok) return done({ filled: true });
  const problem =
    filled.refusal === "has_begun"
      ? (await sayHere())("You have real bookings already.")
      : (await sayHere())("Put a service on your price list first, and say who does it.");
  return stopped(problem, { code: filled.refusal });
});

export const takeSamplesOut = memberAction("settings.manage", removeSamplesInput, async (scope) =>
  done(await removeSamples(scope)),
);
