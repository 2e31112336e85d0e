import { sql } from "drizzle-orm";
import { personalCiphers } from "@/lib/auth/personal-keys";
import { uuids } from "@/lib/platform/uuids";
import type { Scope } from "@/lib/tenancy/scope";

type Values = Record<string, unknown>;

/** What was changed about somebody, opened with their key. */
export type OwnChange = { at: string; by: string; action: string; before: Values | null; after: Values | null };

type Row = { at: string; by: string; action: string; customer_id: string; before: string | null; after: string | null };

/** Oldest first; of whose key was destroyed only that something was changed. */
export async function changesOf(scope: Scope, ids: readonly string[]): Promise<OwnChange[]> {
  const rows = await scope.tx.execute<Row>(sql`
    select at, actor->>'kind' as by, action, customer_id, before, after from audit_entries
    where tenant_id = ${scope.tenantId} and customer_id = any(${uuids(ids)}) order by at, id`);
  const owners = [...new Set(rows.map((row) => row.customer_id))].map((id) => ({ kind: "customer" as const, id }));
  const ciphers = await personalCiphers(scope, owners);
  return rows.map(({ at, by, action, customer_id, before, after }) => {
    const opened = (sealed: string | null) => {
      const cipher = ciphers.get(customer_id);
      return sealed && cipher ? (JSON.parse(cipher.unseal(sealed)) as Values) : null;
    };
    return { at: new Date(at).toISOString(), by, action, before: opened(before), after: opened(after) };
  });
}
