import { isDeepStrictEqual } from "node:util";
import { and, eq, isNull } from "drizzle-orm";
import { customers, type Wishes } from "@/db/schema/customers";
import type { Scope } from "@/lib/tenancy/scope";
import { writeDown } from "./internal/write-down";

type Own = { name?: string; email?: string; language?: "en" | "sw"; wishes?: Wishes };

const columns = {
  name: customers.name,
  email: customers.email,
  language: customers.language,
  wishes: customers.wishes,
};

/** What a customer changes of themself at this business; whatever is not given stays. */
export async function changeOwn(scope: Scope, customerId: string, change: Own): Promise<void> {
  const mine = and(eq(customers.tenantId, scope.tenantId), eq(customers.id, customerId), isNull(customers.archivedAt));
  const [before] = await scope.tx.select(columns).from(customers).where(mine).for("update");
  const fields = (["name", "email", "language", "wishes"] as const).filter(
    (field) => change[field] !== undefined && !isDeepStrictEqual(change[field], before?.[field]),
  );
  if (!before || fields.length === 0) return;
  const of = (values: Record<string, unknown>) => Object.fromEntries(fields.map((field) => [field, values[field]]));
  await scope.tx.update(customers).set(of(change)).where(mine);
  await writeDown(scope, customerId, of(before), of(change));
}
