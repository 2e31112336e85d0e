import { and, eq, not } from "drizzle-orm";
import { customers } from "@/db/schema/customers";
import { recordEvent } from "@/lib/events/record-event";
import type { Language } from "@/lib/platform/format";
import { newId } from "@/lib/platform/ids";
import { readPhone } from "@/lib/platform/phone";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { requireRoom } from "@/lib/tenancy/plan-room";
import type { Scope } from "@/lib/tenancy/scope";
import { addCustomer, findKnown, nameless } from "./customer-by-phone";
import { isGone } from "./gone";

/** One of the house's, or somebody new, of whom a name, a number, or nothing is known. */
export type Somebody = {
  customerId?: string | undefined;
  name: string;
  phone: string;
  email?: string | undefined;
  /** What somebody new reads. */
  language?: Language | undefined;
};

/** `blocked`: of whom a number was typed that may not book by themself. */
export type WrittenDown = { id: string; name: string; blocked?: boolean };
export type NotWritten = { refusal: "invalid"; fields: Record<string, string[]> };

/** Who it is, added when the house does not know them yet. A known customer's name is neither changed nor told. */
export async function customerFor(scope: Scope, who: Somebody): Promise<Result<WrittenDown, NotWritten>> {
  if (who.customerId) {
    const name = await customerName(scope, eq(customers.id, who.customerId));
    return name === null ? refuse("invalid", unknown) : ok({ id: who.customerId, name });
  }
  const phone = who.phone === "" ? null : readPhone(who.phone);
  if (who.phone !== "" && !phone) return refuse("invalid", notAPhone);
  const known = phone ? await findKnown(scope, { phone }) : null;
  if (known)
    return ok({
      id: known.id,
      name: who.name || (await customerName(scope, eq(customers.id, known.id))) || nameless,
      blocked: known.blocked,
    });
  if (phone) await requireRoom(scope, "activeCustomers");
  const added = { id: newId(), name: who.name || nameless };
  if (!(await addCustomer(scope, { ...added, phone, email: who.email, language: who.language })))
    return customerFor(scope, who);
  recordEvent(scope, { name: "customer.added", customerId: added.id });
  return ok(added);
}

const unknown = { fields: { "customer.customerId": ["is not a customer of this business"] } };
const notAPhone = { fields: { "customer.phone": ["is not a number we can call: write it like 0712 345 678"] } };

/** Null when there is nobody like that, or nobody any more. */
export async function customerName({ tx, tenantId }: Scope, which: ReturnType<typeof eq>): Promise<string | null> {
  const [row] = await tx
    .select({ name: customers.name })
    .from(customers)
    .where(and(eq(customers.tenantId, tenantId), which, not(isGone(customers))));
  return row?.name ?? null;
}
