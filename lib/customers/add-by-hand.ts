import { customers } from "@/db/schema/customers";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { requireRoom } from "@/lib/tenancy/plan-room";
import type { Scope } from "@/lib/tenancy/scope";
import type { AddCustomerInput } from "./file-input";
import { pointsNowhere, setFavourites } from "./internal/favourites";
import { type PhoneHolder, phoneHolder } from "./internal/phone-holder";

export type PhoneTaken = { refusal: "phone_taken"; by: PhoneHolder };
export type AddRefusal = PhoneTaken | { refusal: "invalid"; fields: Record<string, string[]> };

/** Somebody whom the desk writes down, without a booking. */
export async function addByHand(
  scope: Scope,
  { favourites = [], ...given }: AddCustomerInput,
): Promise<Result<{ id: string }, AddRefusal>> {
  const fields = await pointsNowhere(scope, { ...given, favourites });
  if (fields) return refuse("invalid", { fields });
  // Two that come at once wait for each other here, where there is a limit.
  if (given.phone) await requireRoom(scope, "activeCustomers");
  const id = newId();
  const { tenantId, tx } = scope;
  const made = await tx
    .insert(customers)
    .values({ ...given, tenantId, id, createdAt: now() })
    .onConflictDoNothing()
    .returning({ id: customers.id });
  if (made.length === 0) {
    const by = given.phone ? await phoneHolder(scope, given.phone) : null;
    if (!by) throw new Error("a new customer is there already");
    return refuse("phone_taken", { by });
  }
  if (favourites.length > 0) await setFavourites(scope, id, favourites);
  recordEvent(scope, { name: "customer.added", customerId: id, byHand: true });
  await recordAudit(scope, {
    action: "customer.added",
    entity: "customer",
    entityId: id,
    customerId: id,
    after: { ...given, ...(favourites.length > 0 ? { favourites } : {}) },
  });
  return ok({ id });
}
