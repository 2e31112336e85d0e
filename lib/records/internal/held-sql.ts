import { type SQL, sql } from "drizzle-orm";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";

/** Ids as Postgres reads them. */
export const uuids = (ids: readonly string[]): SQL => sql`${`{${ids.join(",")}}`}::uuid[]`;

/** Words of `held`, where `:ids` and `:now` stand for what is known only now. */
export function filled(words: string, ids: readonly string[]): SQL {
  const parts = words.split(/(:ids|:now)/).map((part) => {
    if (part === ":ids") return uuids(ids);
    return part === ":now" ? sql`${now().toISOString()}::timestamptz` : sql.raw(part);
  });
  return sql.join(parts);
}

/** Rows `t` of a table of this business that belong to these customers. */
export const whose = ({ tenantId }: Scope, condition: string, ids: readonly string[]): SQL =>
  sql`t.tenant_id = ${tenantId} and ${filled(condition, ids)}`;
