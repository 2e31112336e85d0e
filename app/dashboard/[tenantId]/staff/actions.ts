"use server";

import { z } from "zod";
import { done, memberAction, stopped } from "@/app/_server/action";
import { unlessAffected } from "@/app/_server/affected";
import { feedLink } from "@/app/_server/feed-link";
import { gone } from "@/app/_server/member-refused";
import { settingStopped } from "@/app/_server/settings-refused";
import {
  changeStaffUnlessBooked,
  clearStaffDayUnlessBooked,
  setBreaksUnlessBooked,
  setHoursUnlessBooked,
  setServicesUnlessBooked,
  setStaffDayUnlessBooked,
} from "@/lib/bookings/unless-booked";
import { addStaff } from "@/lib/staff/add-staff";
import { endFeed, makeFeed } from "@/lib/staff/calendar-feed";
import { clearStaffDayInput, staffDayInput } from "@/lib/staff/day-input";
import { addStaffInput, breaksInput, changeStaffInput, hoursInput, staffServicesInput } from "@/lib/staff/input";

const id = z.uuid();

export const addPerson = memberAction("staff.manage", addStaffInput, async (scope, _, input) =>
  done(await addStaff(scope, input)),
);

export const changePerson = memberAction(
  "staff.manage",
  z.object({ id, to: changeStaffInput }),
  async (scope, _, input) => unlessAffected(await changeStaffUnlessBooked(scope, input.id, input.to)),
);

export const setHours = memberAction("staff.manage", hoursInput.extend({ id }), async (scope, _, input) =>
  unlessAffected(await setHoursUnlessBooked(scope, input.id, input)),
);

export const setBreaks = memberAction("staff.manage", breaksInput.extend({ id }), async (scope, _, input) =>
  unlessAffected(await setBreaksUnlessBooked(scope, input.id, input)),
);

export const setPersonsDay = memberAction("staff.manage", staffDayInput.extend({ id }), async (scope, _, input) =>
  unlessAffected(await setStaffDayUnlessBooked(scope, input.id, input), settingStopped),
);

export const clearPersonsDay = memberAction(
  "staff.manage",
  clearStaffDayInput.extend({ id }),
  async (scope, _, input) => unlessAffected(await clearStaffDayUnlessBooked(scope, input.id, input), settingStopped),
);

export const setServices = memberAction("staff.manage", staffServicesInput.extend({ id }), async (scope, _, input) => {
  const set = await setServicesUnlessBooked(scope, input.id, input);
  return unlessAffected(set, ({ refusal }) => stopped(gone, { code: refusal }));
});

export const makeCalendar = memberAction("calendar.own", z.object({ id }), async (scope, _, input) => {
  const made = await makeFeed(scope, input.id);
  return made.ok ? done({ link: feedLink(made.value) }) : stopped(gone, { code: made.refusal });
});

export const endCalendar = memberAction("calendar.own", z.object({ id }), async (scope, _, input) => {
  const ended = await endFeed(scope, input.id);
  return ended.ok ? done({ link: null }) : stopped(gone, { code: ended.refusal });
});
