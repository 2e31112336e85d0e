import { and, eq } from "drizzle-orm";
import { customerImports } from "@/db/schema/privacy";
import type { Scope } from "@/lib/tenancy/scope";

/** Locked, when somebody is about to do something to it. */
export async function findImport({ tx, tenantId }: Scope, id: string, lock = false) {
  const one = tx
    .select()
    .from(customerImports)
    .where(and(eq(customerImports.tenantId, tenantId), eq(customerImports.id, id)));
  const [found] = await (lock ? one.for("update") : one);
  return found ?? null;
}
