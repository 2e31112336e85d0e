import { eq } from "drizzle-orm";
import { customers } from "@/db/schema/customers";
import { nameless } from "@/lib/customers/customer-by-phone";
import { customerName } from "@/lib/customers/write-down";
import { idempotencyKey } from "@/lib/platform/idempotency";
import { newId } from "@/lib/platform/ids";
import { readPhone } from "@/lib/platform/phone";
import { refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { type Answer, bookSlot, type SlotWish } from "./book-slot";
import type { DeskBookingInput } from "./input";

/**
 * What somebody at the desk books for a customer, or holds for them; sent twice with one key it is one booking. `wish` is
 * what makes it the same, where that is less than all of it.
 */
export async function bookAtDesk(scope: Scope, given: DeskBookingInput, wish?: object): Promise<Answer> {
  const { holdMinutes, anyway, key, customer: asked, ...input } = given;
  const idempotency = key
    ? idempotencyKey("desk-bookings", key, wish ?? { ...input, customer: asked, holdMinutes, anyway })
    : undefined;
  const customer = await knownAs(scope, asked);
  if (!customer)
    return refuse("invalid", { fields: { "customer.customerId": ["is not a customer of this business"] } });
  return bookSlot(scope, { ...input, customer }, { source: "desk", holdMinutes, anyway, idempotency });
}

/** Somebody the house knows keeps the name it knows; without a number there is nothing to know somebody new by. */
async function knownAs(scope: Scope, asked: DeskBookingInput["customer"]): Promise<SlotWish["customer"] | null> {
  const { customerId, name, phone, email } = asked;
  if (customerId) {
    const found = await customerName(scope, eq(customers.id, customerId));
    return found === null ? null : { id: customerId, name: found, email };
  }
  if (phone === "") return { id: newId(), isNew: true, name: name || nameless, email };
  const number = readPhone(phone);
  const known = name === "" && number ? await customerName(scope, eq(customers.phone, number)) : null;
  return { name: name || known || nameless, phone, email };
}
