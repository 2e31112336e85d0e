"use server";

import { z } from "zod";
import { done, memberAction, stopped } from "@/app/_server/action";
import { unlessAffected } from "@/app/_server/affected";
import { gone } from "@/app/_server/member-refused";
import { changeStaffUnlessBooked, setBreaksUnlessBooked, setHoursUnlessBooked } from "@/lib/bookings/unless-booked";
import { addStaff } from "@/lib/staff/add-staff";
import { addStaffInput, breaksInput, changeStaffInput, hoursInput, staffServicesInput } from "@/lib/staff/input";
import { setStaffServices } from "@/lib/staff/set-staff-services";

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

export const setServices = memberAction("staff.manage", staffServicesInput.extend({ id }), async (scope, _, input) => {
  const set = await setStaffServices(scope, input.id, input);
  return set.ok ? done(null) : stopped(gone, { code: set.refusal });
});
