import { type SQL, sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";
import { customerTags } from "./list-customers";
import { listSegments } from "./own-segments";

type Named = { id: string; name: string };
/** What a file can be filled in with, and the list be narrowed to. */
export type FileChoices = { staff: Named[]; services: Named[]; tags: string[]; segments: Named[] };

export async function fileChoices(scope: Scope): Promise<FileChoices> {
  const named = (table: SQL) =>
    scope.tx.execute<Named>(
      sql`select id, name from ${table} where tenant_id = ${scope.tenantId} and archived_at is null order by position, name`,
    );
  const [staff, services, tags, segments] = await Promise.all([
    named(sql`staff`),
    named(sql`services`),
    customerTags(scope),
    listSegments(scope),
  ]);
  return { staff: [...staff], services: [...services], tags, segments: segments.map(({ id, name }) => ({ id, name })) };
}
