import { type SQL, sql } from "drizzle-orm";
import { now } from "@/lib/platform/clock";
import { uuids } from "@/lib/platform/uuids";
import type { Scope } from "@/lib/tenancy/scope";

/** Words of `held`, where `:ids`, `:to` and `:now` stand for what is known only now. */
export function filled(words: string, ids: readonly string[]): SQL {
  const parts = words.split(/(:ids|:to|:now)/).map((part) => {
    if (part === ":ids") return uuids(ids);
    if (part === ":to") return sql`${ids[0]}::uuid`;
    return part === ":now" ? sql`${now().toISOString()}::timestamptz` : sql.raw(part);
  });
  return sql.join(parts);
}

/** Rows `t` of a table of this business that belong to these customers. */
export const whose = ({ tenantId }: Scope, condition: string, ids: readonly string[]): SQL =>
  sql`t.tenant_id = ${tenantId} and ${filled(condition, ids)}`;
