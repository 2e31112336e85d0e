import { recordEvent } from "@/lib/events/record-event";
import type { Scope } from "@/lib/tenancy/scope";
import { isAdvertising } from "../rules";

/** Whoever looks on at how a campaign goes sees that some of it has gone or arrived. */
export function tellAdvertised(scope: Scope, some: readonly { template: string }[]): void {
  if (some.some(({ template }) => isAdvertising(template)))
    recordEvent(scope, { name: "campaigns.delivered", tenantId: scope.tenantId });
}
