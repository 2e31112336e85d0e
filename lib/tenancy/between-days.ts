import { type SQL, sql } from "drizzle-orm";

type Days = { from?: string | undefined; to?: string | undefined };

/** Narrows a question to what lies on these dates of the business's own calendar, both included. */
export function betweenDays(tenantId: string, at: SQL, { from, to }: Days): SQL {
  const zone = sql`(select time_zone from tenants where id = ${tenantId})`;
  return sql`
    ${from ? sql`and ${at} >= (${from}::date)::timestamp at time zone ${zone}` : sql``}
    ${to ? sql`and ${at} < (${to}::date + 1)::timestamp at time zone ${zone}` : sql``}`;
}
