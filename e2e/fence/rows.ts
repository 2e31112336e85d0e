import type postgres from "postgres";

/** What a request that is refused must leave alone. */
const tables = [
  "users",
  "members",
  "invitations",
  "tenants",
  "staff",
  "services",
  "customers",
  "bookings",
  "booking_lines",
  "notification_reads",
  "audit_entries",
] as const;

/** One line per table that changes with any change of any of its rows. */
export async function fingerprint(sql: postgres.Sql): Promise<Record<string, string>> {
  const lines = await Promise.all(
    tables.map(async (table) => {
      const [row] = await sql`select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash
        from ${sql(table)} t`;
      return [table, row!.hash as string] as const;
    }),
  );
  return Object.fromEntries(lines);
}
