import { recordEvent } from "@/lib/events/record-event";
import type { Scope } from "@/lib/tenancy/scope";
import { servedBy } from "./served";

/** Tells whoever has them on a screen. */
export async function recordChanged(scope: Scope, customerId: string): Promise<void> {
  recordEvent(scope, { name: "customer.changed", customerId, staffIds: await servedBy(scope, customerId) });
}
