import { idempotencyKey } from "@/lib/platform/idempotency";
import type { Scope } from "@/lib/tenancy/scope";
import { type Answer, bookSlot } from "./book-slot";
import type { DeskBookingInput } from "./input";
import { knownAs, notACustomer } from "./internal/desk-customer";

/**
 * What somebody at the desk books for a customer, or holds for them; sent twice with one key it is one booking. `wish` is
 * what makes it the same, where that is less than all of it.
 */
export async function bookAtDesk(scope: Scope, given: DeskBookingInput, wish?: object): Promise<Answer> {
  const { holdMinutes, anyway, askDeposit, key, customer: asked, ...input } = given;
  const idempotency = key
    ? idempotencyKey("desk-bookings", key, wish ?? { ...input, customer: asked, holdMinutes, anyway, askDeposit })
    : undefined;
  const customer = await knownAs(scope, asked);
  if (!customer) return notACustomer;
  return bookSlot(
    scope,
    { ...input, customer },
    { source: "desk", holdMinutes, anyway, asksDeposit: askDeposit, idempotency },
  );
}
