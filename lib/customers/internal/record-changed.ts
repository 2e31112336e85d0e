import type { ToldChange } from "@/lib/events/catalogue";
import { recordEvent } from "@/lib/events/record-event";
import { newId } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";
import { servedBy } from "./served";

/** Tells whoever has them on a screen; and the customer, of what they should hear of. */
export async function recordChanged(
  scope: Scope,
  customerId: string,
  tells: Omit<ToldChange, "id"> = { what: [] },
): Promise<void> {
  recordEvent(scope, {
    name: "customer.changed",
    customerId,
    staffIds: await servedBy(scope, customerId),
    ...(tells.what.length > 0 ? { tells: { id: newId(), ...tells } } : {}),
  });
}
