import type { z } from "zod";
import { answerUnlessAffected } from "@/app/_server/affected";
import { always } from "@/app/_server/proof";
import { memberCommand, memberQuestion, notFoundProblem } from "@/app/_server/route";
import { settingProblem } from "@/app/_server/settings-refused";
import { archiveServiceUnlessBooked, changeServiceUnlessBooked } from "@/lib/bookings/unless-booked-services";
import { isId } from "@/lib/platform/ids";
import { archiveServiceInput, type ChangeServiceInput, changeServiceInput } from "@/lib/services/input";
import { listPriceList } from "@/lib/services/list-price-list";

type Params = { serviceId: string };

export const GET = memberQuestion<Params>("services.see", async (scope, _, __, { serviceId }) => {
  const { items } = await listPriceList(scope);
  return items.find(({ id }) => id === serviceId) ?? notFoundProblem();
});

export const PATCH = memberCommand<ChangeServiceInput, Params>(
  "services.manage",
  changeServiceInput,
  async (scope, _, input, { serviceId }) =>
    isId(serviceId)
      ? answerUnlessAffected(await changeServiceUnlessBooked(scope, serviceId, input), settingProblem)
      : notFoundProblem(),
);

export const DELETE = memberCommand<z.output<typeof archiveServiceInput>, Params>(
  "services.manage",
  archiveServiceInput,
  async (scope, _, input, { serviceId }) =>
    isId(serviceId)
      ? answerUnlessAffected(await archiveServiceUnlessBooked(scope, serviceId, input))
      : notFoundProblem(),
  always,
);
