import "server-only";
import { formatDayTime } from "@/lib/platform/format";
import type { PublicTenant } from "@/lib/tenancy/doors/find-tenant";
import { readablePhone } from "../../_parts/words";
import type { FormState } from "./form-state";

/** The chosen time is gone; what is free near it. */
export function taken(
  alternatives: readonly { startsAt: string }[],
  tenant: PublicTenant,
): Pick<FormState, "alternatives" | "over" | "notice"> {
  return {
    alternatives: alternatives.map(({ startsAt }) => ({ startsAt, label: formatDayTime(startsAt, tenant.timeZone) })),
    over: alternatives.length === 0,
    notice: {
      title: "That time has just been taken",
      text:
        alternatives.length > 0
          ? "Nothing is booked yet. These are the nearest free times: choosing one books it."
          : `Nothing is free around it. Please look at other days or call ${readablePhone(tenant.phone)}.`,
    },
  };
}
