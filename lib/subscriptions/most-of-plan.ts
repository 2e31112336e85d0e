import { localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { houseOf } from "@/lib/tenancy/house-of";
import type { OverPlan } from "@/lib/tenancy/plan-room";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { tellOwners } from "./internal/tell-owners";

/** Somebody was turned away because the plan is full: its owners learn of it, once a day. */
export const mostOfPlan = ({ tenantId, limit, plan }: OverPlan): Promise<void> =>
  withTenant(tenantId, { kind: "system", job: "most of plan" }, async (scope) => {
    const day = localDate(now(), (await houseOf(scope)).timeZone);
    await tellOwners(scope, `full ${day}`, (say) => say.fullOfCustomers(plan, `${limit}`));
  });
