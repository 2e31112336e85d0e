import type { Looked } from "@/lib/platform/looked";
import { addResource, changeResource, type ResourceRefusal, resourceAsItIs } from "@/lib/resources/change-resource";
import type { AddResourceInput, ChangeResourceInput } from "@/lib/resources/input";
import { archiveService, changeService, type ServiceRefusal, takesOtherTime } from "@/lib/services/change-service";
import type { ChangeServiceInput } from "@/lib/services/input";
import { changeRules } from "@/lib/tenancy/rules-lock";
import type { Scope } from "@/lib/tenancy/scope";
import type { House, HouseService } from "./internal/house";
import { type Changed, unlessBooked, unlessRuledOut } from "./internal/unless";
import { affectedByResource, affectedBySeats, affectedByService, type Found } from "./list-affected";
import { becomeClass } from "./take-time";

// What is sold and what it needs, changed once somebody has looked at the bookings in the way; see internal/unless.ts.

/** What is booked keeps its minutes when the service is done in others: that is looked at as well. */
export const changeServiceUnlessBooked = (
  scope: Scope,
  serviceId: string,
  input: ChangeServiceInput,
): Changed<ServiceRefusal> => {
  const find = async (): Promise<Found> => {
    const narrows =
      input.active === false || (input.segments && (await takesOtherTime(scope, serviceId, input.segments)));
    if (narrows) return affectedByService(scope, serviceId);
    return input.seats ? affectedBySeats(scope, serviceId, input.seats) : { ids: [], proposals: 0 };
  };
  return unlessBooked(scope, input, find, async () => {
    const changed = await changeService(scope, serviceId, input);
    if (changed.ok && (input.seats ?? 1) > 1) await becomeClass(scope, serviceId);
    return changed;
  });
};

export const archiveServiceUnlessBooked = (scope: Scope, serviceId: string, looked: Looked): Changed =>
  unlessBooked(
    scope,
    looked,
    () => affectedByService(scope, serviceId),
    () => archiveService(scope, serviceId),
  );

/** What is booked of services that need it from now on takes one where one is free. */
export const addResourceUnlessBooked = (
  scope: Scope,
  input: AddResourceInput,
): Changed<ResourceRefusal, { id: string }> => {
  const { quantity, serviceIds } = input;
  return unlessRuledOut(
    scope,
    input,
    (house) => withResource(house, "new", { quantity, serviceIds }),
    () => addResource(scope, input),
  );
};

export async function changeResourceUnlessBooked(
  scope: Scope,
  resourceId: string,
  input: ChangeResourceInput,
): Changed<ResourceRefusal> {
  await changeRules(scope);
  const is = await resourceAsItIs(scope, resourceId);
  const change = () => changeResource(scope, resourceId, input);
  if (!is) return change();
  const { active = is.active, quantity = is.quantity, serviceIds = is.serviceIds } = input;
  if (!active)
    return unlessBooked(scope, input, is.active ? () => affectedByResource(scope, resourceId) : null, change);
  return unlessRuledOut(scope, input, (house) => withResource(house, resourceId, { quantity, serviceIds }), change);
}

/** Exactly these services need one of so many; those that did keep the segments in which they do. */
function withResource(
  house: House,
  resourceId: string,
  { quantity, serviceIds }: { quantity: number; serviceIds: readonly string[] },
): House {
  const needing = (service: HouseService): HouseService => {
    const needs = service.needs.filter((need) => need.resourceId !== resourceId);
    const own = service.needs.find((need) => need.resourceId === resourceId) ?? { resourceId, segments: null };
    return { ...service, needs: serviceIds.includes(service.id) ? [...needs, own] : needs };
  };
  return {
    ...house,
    resources: new Map([...house.resources, [resourceId, quantity]]),
    services: new Map([...house.services].map(([id, service]) => [id, needing(service)])),
  };
}
