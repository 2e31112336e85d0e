import { and, eq, isNull } from "drizzle-orm";
import { customers } from "@/db/schema/customers";
import { type Consent, consentHistory } from "@/lib/customers/consent";
import { withMerged } from "@/lib/customers/with-merged";
import { headOf, writePosition } from "@/lib/tenancy/head";
import type { Scope } from "@/lib/tenancy/scope";
import { type InTheWay, inTheWay } from "./erase-customer";

/** What a customer allowed, and whether they can be erased by now. */
export type CustomerPrivacy = {
  id: string;
  name: string;
  /** Newest first. */
  said: Consent[];
  inTheWay: InTheWay;
  position: string;
};

export async function getPrivacy(scope: Scope, id: string): Promise<CustomerPrivacy | null> {
  const one = and(eq(customers.tenantId, scope.tenantId), eq(customers.id, id), isNull(customers.archivedAt));
  const [known] = await scope.tx.select({ name: customers.name, phone: customers.phone }).from(customers).where(one);
  if (!known) return null;
  const { name, phone } = known;
  return {
    ...{ id, name },
    said: await consentHistory(scope, id),
    inTheWay: await inTheWay(scope, await withMerged(scope, id), phone ? [phone] : []),
    position: writePosition(await headOf(scope)),
  };
}
