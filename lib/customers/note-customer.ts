import { and, eq, isNull } from "drizzle-orm";
import { customers } from "@/db/schema/customers";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { ownStaffOnly } from "@/lib/tenancy/own";
import type { Scope } from "@/lib/tenancy/scope";
import { type NotThere, notThere } from "./gone";
import type { CustomerNotes, NoteCustomerInput } from "./input";
import { served, servedBy } from "./internal/served";
import { writeDown } from "./internal/write-down";

export type NoteRefusal =
  | NotThere
  /** Somebody else has written since: what stands there now. */
  | { refusal: "moved_on"; is: CustomerNotes }
  /** Staff add to what the house knows, and take nothing away. */
  | { refusal: "only_added"; field: keyof CustomerNotes };

/**
 * What must not come near a customer, and what else whoever serves them should know. Written only over what was seen, so
 * that of two who write at once the second is told what the first wrote.
 */
export async function noteCustomer(
  scope: Scope,
  id: string,
  { seen, ...wish }: NoteCustomerInput,
): Promise<Result<CustomerNotes, NoteRefusal>> {
  const one = and(
    eq(customers.tenantId, scope.tenantId),
    eq(customers.id, id),
    isNull(customers.archivedAt),
    served(scope.actor, customers),
  );
  const [is] = await scope.tx
    .select({ allergies: customers.allergies, notes: customers.notes })
    .from(customers)
    .where(one)
    .for("update");
  if (!is) return notThere(scope, id);
  // What was left as it was seen is nobody's to write over what somebody else has written there since; and the same once
  // more, or what somebody else has written just so, is written already.
  const changed = fields.filter((field) => wish[field] !== seen[field] && is[field] !== wish[field]);
  if (changed.length === 0) return ok(is);
  if (changed.some((field) => is[field] !== seen[field])) return refuse("moved_on", { is });
  const lost = ownStaffOnly(scope.actor) && changed.find((field) => !wish[field].includes(is[field]));
  if (lost) return refuse("only_added", { field: lost });
  const now = { ...is, ...Object.fromEntries(changed.map((field) => [field, wish[field]])) };
  await scope.tx.update(customers).set(now).where(one);
  const of = (notes: CustomerNotes) => Object.fromEntries(changed.map((field) => [field, notes[field]]));
  await writeDown(scope, id, of(is), of(wish));
  recordEvent(scope, { name: "customer.noted", customerId: id, staffIds: await servedBy(scope, id) });
  return ok(now);
}

const fields = ["allergies", "notes"] as const;
