import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, instant, tenantId } from "./columns";
import { customers } from "./customers";

/** What a business tells its customers of what it does with their data, where it says more than the ready words. */
export const privacyNotices = pgTable(
  "privacy_notices",
  {
    tenantId: tenantId(),
    text: text().notNull(),
    changedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId] }), check("privacy_notices_some", sql`text <> ''`)],
);

/** Rows of each table that went from one customer to another, by their keys. */
export type Moved = Record<string, string[]>;

/** Two customers who were one person: whose rows went to whom, so that it can be taken back. */
export const customerMerges = pgTable(
  "customer_merges",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    keptId: uuid().notNull(),
    goneId: uuid().notNull(),
    /** What both were before, sealed with the key of whoever is kept, and of whoever is not. */
    keptBefore: text().notNull(),
    goneBefore: text().notNull(),
    moved: jsonb().$type<Moved>().notNull(),
    byUserId: uuid(),
    createdAt: createdAt(),
    undoneAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("customer_merges_newest").on(t.tenantId, t.createdAt),
    // Whoever is gone went to one person.
    uniqueIndex("customer_merges_standing").on(t.tenantId, t.goneId).where(sql`undone_at is null`),
    index("customer_merges_by_kept").on(t.tenantId, t.keptId),
    check("customer_merges_two", sql`kept_id <> gone_id`),
    foreignKey({ columns: [t.tenantId, t.keptId], foreignColumns: [customers.tenantId, customers.id] }),
    foreignKey({ columns: [t.tenantId, t.goneId], foreignColumns: [customers.tenantId, customers.id] }),
  ],
);

/** Which column of a file is what of a customer. */
export type ImportField =
  | "name"
  | "phone"
  | "email"
  | "location"
  | "birthday"
  | "tags"
  | "allergies"
  | "notes"
  | "serviceNotes"
  | "language"
  | "marketing"
  | "marketingSince";
export type Mapping = { [F in ImportField]?: number | undefined };

/** A file of customers: `read` until it was said what its columns are, then `running` in batches until it is `done`. */
export const customerImports = pgTable(
  "customer_imports",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    fileName: text().notNull(),
    header: text().array().notNull(),
    mapping: jsonb().$type<Mapping>().notNull(),
    status: text().$type<"read" | "running" | "done" | "undone">().notNull().default("read"),
    rows: integer().notNull(),
    byUserId: uuid(),
    createdAt: createdAt(),
    startedAt: instant(),
    endedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("customer_imports_newest").on(t.tenantId, t.createdAt),
    check("customer_imports_status", sql`status in ('read', 'running', 'done', 'undone')`),
  ],
);

/** A row of the file and what became of it. Its cells are kept only as long as nothing has, or something is wrong. */
export const customerImportRows = pgTable(
  "customer_import_rows",
  {
    tenantId: tenantId(),
    importId: uuid().notNull(),
    line: integer().notNull(),
    cells: text().array(),
    outcome: text()
      .$type<"waiting" | "added" | "known" | "twice" | "wrong" | "full" | "taken_back" | "stays">()
      .notNull()
      .default("waiting"),
    /** Which field is wrong, and why. */
    problem: text().notNull().default(""),
    /** Whom it added. */
    customerId: uuid(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.importId, t.line] }),
    index("customer_import_rows_by_outcome").on(t.tenantId, t.importId, t.outcome, t.line),
    index("customer_import_rows_by_customer").on(t.tenantId, t.customerId).where(sql`customer_id is not null`),
    foreignKey({ columns: [t.tenantId, t.importId], foreignColumns: [customerImports.tenantId, customerImports.id] }),
    foreignKey({ columns: [t.tenantId, t.customerId], foreignColumns: [customers.tenantId, customers.id] }),
  ],
);
