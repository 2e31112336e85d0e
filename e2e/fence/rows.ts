import type postgres from "postgres";

/** What a request that is refused must leave alone. */
const tables = [
  "users",
  "members",
  "invitations",
  "tenants",
  "staff",
  "staff_hours",
  "staff_breaks",
  "staff_days",
  "staff_services",
  "staff_photos",
  "calendar_feeds",
  "services",
  "service_photos",
  "service_windows",
  "business_hours",
  "business_days",
  "time_off",
  "resources",
  "service_resources",
  "customers",
  "bookings",
  "booking_lines",
  "booking_changes",
  "booking_fees",
  "holds",
  "queue_tickets",
  "queue_steps",
  "waitlist_entries",
  "visits",
  "visit_lines",
  "tills",
  "products",
  "sales",
  "sale_lines",
  "payments",
  "refunds",
  "drawer_sessions",
  "drawer_moves",
  "day_closes",
  "ledger_transactions",
  "ledger_entries",
  "mpesa_accounts",
  "mpesa_receipts",
  "tenant_secrets",
  "notification_reads",
  "audit_entries",
] as const;

/** One line per table that changes with any change of any of its rows. */
export async function fingerprint(sql: postgres.Sql): Promise<Record<string, string>> {
  const lines = await Promise.all(
    tables.map(async (table) => {
      // What was kept for a while ends by itself.
      const [row] = await sql`select md5(coalesce(string_agg(r, '|' order by r), '')) as hash
        from (select (to_jsonb(t) - 'ended')::text as r from ${sql(table)} t) rows`;
      return [table, row!.hash as string] as const;
    }),
  );
  return Object.fromEntries(lines);
}

/** What decides in a row: whose it is, what it may do, what it costs. */
const deciding = [
  "kind",
  "role",
  "status",
  "source",
  "platform_admin",
  "second_factor_required",
  "total_minor",
  "price_minor",
] as const;

/** What a line of the ledger was written for is no choice: it names the row. */
const isName = (table: string, name: string) => table === "ledger_transactions" && name === "source";

type Changed = { table: string; row: Record<string, unknown> };

async function allRows(sql: postgres.Sql): Promise<Map<string, Changed>> {
  const lists = await Promise.all(
    tables.map(async (table) => {
      const rows = await sql`select to_jsonb(t) as row from ${sql(table)} t`;
      return rows.map(({ row }) => [`${table} ${JSON.stringify(row)}`, { table, row }] as const);
    }),
  );
  return new Map(lists.flat());
}

/** What `work` made or changed: the rows as text, and what decides in them, in an order of its own. */
export async function changes(sql: postgres.Sql, work: () => Promise<unknown>) {
  const before = await allRows(sql);
  await work();
  const fresh = [...(await allRows(sql))].filter(([text]) => !before.has(text));
  const decided = fresh.map(([, { table, row }]) =>
    JSON.stringify([
      table,
      ...deciding.filter((name) => name in row && !isName(table, name)).map((name) => [name, row[name]]),
    ]),
  );
  return { text: fresh.map(([text]) => text).join("\n"), decided: decided.sort() };
}
