import { invalid, problem } from "@/app/_server/problem";
import { publicRoute } from "@/app/_server/public-route";
import { json, tooMany } from "@/app/_server/route";
import { countLook } from "@/lib/auth/limits";
import { openSlotsInput } from "@/lib/bookings/input";
import { listOpenSlots } from "@/lib/bookings/list-open-slots";
import { addressOf } from "@/lib/platform/client-address";
import { fieldErrors } from "@/lib/platform/field-errors";
import { withTenant } from "@/lib/tenancy/with-tenant";

export const GET = publicRoute(async (tenant, request) => {
  const asked = openSlotsInput.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return invalid(fieldErrors(asked.error));
  const { service, staff, addons, more, from, to } = asked.data;
  const within = await countLook(addressOf(request.headers), 1 + more.length);
  if (!within.ok) return tooMany(within);
  const open = await withTenant(tenant.id, { kind: "public", via: "api" }, (scope) =>
    listOpenSlots(scope, { serviceId: service, staffId: staff, addonIds: addons, more, from, to, channel: "api" }),
  );
  return open.ok ? json(open.value) : problem(404, open.refusal, "Not on offer here.");
});
