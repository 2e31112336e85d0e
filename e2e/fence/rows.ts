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
  "api_keys",
  "services",
  "service_photos",
  "service_windows",
  "business_hours",
  "business_days",
  "time_off",
  "resources",
  "message_settings",
  "setup_steps",
  "push_subscriptions",
  "customer_browsers",
  "service_resources",
  "customers",
  "consents",
  "privacy_notices",
  "customer_merges",
  "customers_apart",
  "imports",
  "import_rows",
  "moved_rows",
  "moves_in",
  "customer_notes",
  "customer_favourites",
  "customer_segments",
  "customer_photos",
  "booking_handovers",
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
  "plans",
  "subscriptions",
  "subscription_invoices",
  "subscription_credits",
  "gallery_pictures",
  "review_requests",
  "reviews",
  "testimonials",
  "conversations",
  "conversation_messages",
  "enquiries",
  "expenses",
  "recurring_expenses",
  "expense_photos",
  "campaigns",
  "campaign_recipients",
  "miss_you_rules",
  "miss_you_letters",
  "rewards",
  "vouchers",
  "points_entries",
  "points_balances",
  "points_rates",
  "reward_rules",
  "referrals",
  "stock_items",
  "recipe_items",
  "stock_counts",
  "stock_count_lines",
  "stock_movements",
  "commission_rates",
  "earnings",
  "advances",
  "payroll_periods",
  "payslips",
  "ledger_transactions",
  "ledger_entries",
  "mpesa_accounts",
  "mpesa_receipts",
  "tenant_secrets",
  "notification_reads",
  "audit_entries",
] as const;

/**
 * One line per table that changes with any change of any row of these businesses, or of a row that is no business's.
 * Others that live in the same database have bookings whose time runs out by itself.
 */
export async function fingerprint(sql: postgres.Sql, tenantIds: string[]): Promise<Record<string, string>> {
  const lines = await Promise.all(
    tables.map(async (table) => {
      // What was kept for a while ends by itself.
      const [row] = await sql`select md5(coalesce(string_agg(r, '|' order by r), '')) as hash
        from (select (j - 'ended')::text as r from ${sql(table)} t, to_jsonb(t) j
          where coalesce(j ->> 'tenant_id' = any(${tenantIds}), true)) rows`;
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

/** What a line of the ledger, of the shelf or of points was written for is no choice: it names the row. */
const isName = (table: string, name: string) =>
  name === "source" && ["ledger_transactions", "stock_movements", "points_entries"].includes(table);

type Changed = { table: string; row: Record<string, unknown> };

/** Rows that a transaction has written which began after this moment. */
async function written(sql: postgres.Sql, since: string): Promise<Changed[]> {
  const each = tables.map(
    (table) => sql`select ${table} as "table", to_jsonb(t) as row from ${sql(table)} t
    where t.xmin::text::bigint >= ${since}::bigint`,
  );
  return sql<Changed[]>`${each.reduce((all, one) => sql`${all} union all ${one}`)}`;
}

/** What `work` made or wrote anew: the rows as text, and what decides in them, in an order of its own. */
export async function changes(sql: postgres.Sql, work: () => Promise<unknown>) {
  const [start] = await sql`select pg_snapshot_xmax(pg_current_snapshot())::text as since`;
  await work();
  const fresh = await written(sql, start!.since);
  const decided = fresh.map(({ table, row }) =>
    JSON.stringify([
      table,
      ...deciding.filter((name) => name in row && !isName(table, name)).map((name) => [name, row[name]]),
    ]),
  );
  return { text: fresh.map(({ row }) => JSON.stringify(row)).join("\n"), decided: decided.sort() };
}
