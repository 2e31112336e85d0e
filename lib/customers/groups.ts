import { sql } from "drizzle-orm";
import { headOf, writePosition } from "@/lib/tenancy/head";
import type { Scope } from "@/lib/tenancy/scope";
import { nameless } from "./customer-by-phone";
import { listSegments, type OwnSegment } from "./own-segments";
import { type BuiltInSegment, builtIn } from "./segment-rules";
import { segmentWhere } from "./segments";

export type Groups = {
  builtIn: { segment: BuiltInSegment; total: number }[];
  own: (OwnSegment & { total: number })[];
  currency: string;
  services: { id: string; name: string }[];
  position: string;
};

/** Ours and the house's own, each with how many are in it now: one question for all of them. */
export async function groupsOf(scope: Scope): Promise<Groups> {
  const { tenantId, tx } = scope;
  const head = await headOf(scope);
  const own = await listSegments(scope);
  const asked = [...builtIn.map(({ value }) => value), ...own.map(({ rule }) => rule)];
  const totals = sql.join(
    asked.map((segment) => sql`(count(*) filter (where ${segmentWhere(scope, segment)}))::int`),
    sql`, `,
  );
  const [[row], [house], services] = await Promise.all([
    tx.execute<{ totals: number[] }>(sql`
      select array[${totals}] as totals from customers c
      where c.tenant_id = ${tenantId} and c.archived_at is null and (c.phone is not null or c.name <> ${nameless})`),
    tx.execute<{ currency: string }>(sql`select currency from tenants where id = ${tenantId}`),
    tx.execute<{ id: string; name: string }>(
      sql`select id, name from services where tenant_id = ${tenantId} and archived_at is null order by position, name`,
    ),
  ]);
  const all = row!.totals;
  return {
    builtIn: builtIn.map(({ value }, at) => ({ segment: value, total: all[at]! })),
    own: own.map((one, at) => ({ ...one, total: all[builtIn.length + at]! })),
    currency: house!.currency,
    services: [...services],
    position: writePosition(head),
  };
}
