"use server";

import { z } from "zod";
import { done, memberAction, stopped } from "@/app/_server/action";
import { unlessAffected } from "@/app/_server/affected";
import { gone } from "@/app/_server/member-refused";
import { always } from "@/app/_server/proof";
import { settingStopped } from "@/app/_server/settings-refused";
import { archiveServiceUnlessBooked, changeServiceUnlessBooked } from "@/lib/bookings/unless-booked-services";
import { addService } from "@/lib/services/add-service";
import { arrangeServices } from "@/lib/services/arrange-services";
import { addServiceInput, archiveServiceInput, arrangeInput, changeServiceInput } from "@/lib/services/input";

const id = z.uuid();

export const addToList = memberAction("services.manage", addServiceInput, async (scope, _, input) => {
  const added = await addService(scope, input);
  return added.ok ? done(added.value) : settingStopped(added);
});

export const changeOnList = memberAction(
  "services.manage",
  z.object({ id, to: changeServiceInput }),
  async (scope, _, input) => unlessAffected(await changeServiceUnlessBooked(scope, input.id, input.to), settingStopped),
);

export const takeOffList = memberAction(
  "services.manage",
  archiveServiceInput.extend({ id }),
  async (scope, _, input) => unlessAffected(await archiveServiceUnlessBooked(scope, input.id, input)),
  always,
);

export const arrange = memberAction("services.manage", arrangeInput, async (scope, _, { ids }) =>
  (await arrangeServices(scope, ids)).ok ? done(null) : stopped(gone, { code: "unknown" }),
);
