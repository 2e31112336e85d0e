import { and, eq } from "drizzle-orm";
import { imports } from "@/db/schema/imports";
import type { Scope } from "@/lib/tenancy/scope";

/** Locked, when somebody is about to do something to it. */
export async function findImport({ tx, tenantId }: Scope, id: string, lock = false) {
  const one = tx
    .select()
    .from(imports)
    .where(and(eq(imports.tenantId, tenantId), eq(imports.id, id)));
  const [found] = await (lock ? one.for("update") : one);
  return found ?? null;
}
