import { eq } from "drizzle-orm";
import { customers } from "@/db/schema/customers";
import { nameless } from "@/lib/customers/customer-by-phone";
import { customerName } from "@/lib/customers/customer-for";
import { newId } from "@/lib/platform/ids";
import { readPhone } from "@/lib/platform/phone";
import { refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import type { SlotWish } from "../book-slot";
import type { DeskBookingInput } from "../input";

export const notACustomer = refuse("invalid", {
  fields: { "customer.customerId": ["is not a customer of this business"] },
});

/** Somebody the house knows keeps the name it knows; without a number there is nothing to know somebody new by. */
export async function knownAs(scope: Scope, asked: DeskBookingInput["customer"]): Promise<SlotWish["customer"] | null> {
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
