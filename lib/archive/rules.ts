/**
 * What of a business does not go into its archive, and why. Whatever else has a tenant_id does, new tables without being
 * named; `archive.db.test.ts` fails when one of these is no longer there.
 */
export const leftOut: Record<string, string> = {
  access_tokens: "links of this installation, which nobody may read",
  calendar_feeds: "addresses of this installation",
  customer_browsers: "browsers that hear of this installation",
  daraja_tokens: "keys that Safaricom gave this installation",
  day_parts: "added up from the ledger, here as there",
  day_sums: "added up from the ledger, here as there",
  event_cursors: "how far this installation's worker has come",
  idempotency: "answers that are kept for a day",
  invitations: "links of this installation",
  payment_callbacks: "sealed as Safaricom sent them; what they say stands in payments",
  points_balances: "kept by the entries themselves",
  push_subscriptions: "browsers that hear of this installation",
  subscription_credits: "between the business and who runs this installation",
  subscription_invoices: "between the business and who runs this installation",
  subscriptions: "between the business and who runs this installation",
  tenant_secrets: "keys sealed for this installation",
};

/** What somebody with a login is called elsewhere: never how they sign in. */
export const userColumns = ["id", "email", "phone", "name", "language", "preferences", "created_at"];

/** Of the business itself, what the platform decides about it. */
export const leftOutOfTenant: readonly string[] = [
  ...["status", "status_reason", "decided_at", "works_until"],
  // It is closed here, and goes on there.
  ...["closing_since", "closes_at"],
];

/** Columns that mean something else, or nothing, on another installation: as what they go into the archive, in SQL. */
export const goesAs: Record<string, Record<string, string>> = {
  // A phone proves itself anew where the portal is opened next.
  customers: { account_id: "null::uuid" },
  // Whatever still waits goes from here, or not at all: never from two places.
  messages: {
    status: "case when status in ('queued', 'sending') then 'failed' else status end",
    failure:
      "case when status in ('queued', 'sending') then 'It still waited when the business moved.' else failure end",
    body: "case when secret_until is null then body else '' end",
    provider_id: "null::text",
  },
  // Their keys open this installation alone; their names stay, for what they did.
  api_keys: { revoked_at: "coalesce(revoked_at, created_at)" },
  // Each installation counts its logs as its own.
  event_heads: { epoch: "1" },
};

/** The same where it is read in: an archive passes through other hands, and is believed in nothing of this. */
export const comesAs: Record<string, Record<string, (was: string) => string | null>> = {
  tenants: { kind: () => "business" },
  customers: { account_id: () => null },
  messages: { status: (was) => (was === "queued" || was === "sending" ? "failed" : was) },
};

/** Rows whose column `sealed_key` is opened for the archive and sealed anew where it is read in. */
export const keyTables: Record<string, { kind: "customer" | "person"; idColumn: string }> = {
  customer_keys: { kind: "customer", idColumn: "customer_id" },
  person_keys: { kind: "person", idColumn: "person_id" },
};

/** Which tables come after which, beside what their foreign keys say: a day that is closed takes nothing more. */
export const comesAfter: Record<string, readonly string[]> = {
  day_closes: ["ledger_transactions", "ledger_entries"],
  payroll_periods: ["earnings", "advances"],
};

/** Rows that are read in by something else than their keys, in SQL: no balance goes below nothing on the way. */
export const firstBy: Record<string, string> = { points_entries: "points desc, visits desc" };

export const archiveFormat = "clientpulse-archive-1";

/** The first line of an archive. `schema`: the last change of the tables that it was written with. */
export type ArchiveHead = {
  format: typeof archiveFormat;
  schema: string;
  tenantId: string;
  slug: string;
  name: string;
  writtenAt: string;
};

/** The last line: how many rows of each table there are, and the SHA-256 of all lines in between. */
export type ArchiveEnd = { end: Record<string, number>; files: number; sha256: string };

export type ArchiveTable = { table: string; columns: string[] };
export type ArchiveFile = { file: string; type: string; bytes: string };
