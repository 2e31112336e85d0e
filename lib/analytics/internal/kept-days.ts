import { type SQL, sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";
import type { Days } from "../rules";

/** The drawer's cash is told to nobody while it is open: days from there on are added up without it. */
export const isKept = (day: SQL, ranges: readonly Days[], drawerSince: string | null): SQL => {
  const within = sql.join(
    ranges.map(({ from, to }) => sql`${day} between ${from} and ${to}`),
    sql` or `,
  );
  return sql`(${within}) and ${drawerSince ? sql`${day} < ${drawerSince}` : sql`true`}`;
};

/** Those of the days that are to be added up by whoever asks, as an array: today, and those of which something has changed. */
export const daysNotKept = ({ tenantId }: Scope, ranges: readonly Days[], drawerSince: string | null = null): SQL => {
  const days = sql.join(
    // In whole days: as instants they would be those of the server's zone, where a midnight may be missing.
    ranges.map(({ from, to }) => sql`select ${from}::date + generate_series(0, ${to}::date - ${from}::date) as day`),
    sql` union all `,
  );
  return sql`array(
    select day from (${days}) asked where not exists (
      select from day_sums d where d.tenant_id = ${tenantId} and d.day = asked.day
        and ${drawerSince ? sql`d.day < ${drawerSince}` : sql`true`}))`;
};
