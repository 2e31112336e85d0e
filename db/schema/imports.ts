import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, tenantId } from "./columns";
import { customers } from "./customers";

export type ImportKind = "customers" | "services" | "staff" | "bookings";
/** Which column of a file is what; which fields there are says the kind. */
export type Mapping = Record<string, number>;
/** What was ticked. Of bookings: customers are told of them; those over what is taken come in as overbookings. */
export type ImportOptions = { tells?: boolean | undefined; overlaps?: boolean | undefined };

/** A file from elsewhere: `read` until it was said what its columns are, then `running` in batches until it is `done`. */
export const imports = pgTable(
  "imports",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    kind: text().$type<ImportKind>().notNull().default("customers"),
    fileName: text().notNull(),
    header: text().array().notNull(),
    mapping: jsonb().$type<Mapping>().notNull(),
    options: jsonb().$type<ImportOptions>().notNull().default({}),
    status: text().$type<"read" | "running" | "done" | "undone">().notNull().default("read"),
    rows: integer().notNull(),
    byUserId: uuid(),
    createdAt: createdAt(),
    startedAt: instant(),
    endedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("imports_newest").on(t.tenantId, t.createdAt),
    check("imports_status", sql`status in ('read', 'running', 'done', 'undone')`),
    check("imports_kind", sql`kind in ('customers', 'services', 'staff', 'bookings')`),
  ],
);

/** A row of the file and what became of it. Its cells are kept only as long as nothing has, or something is wrong. */
export const importRows = pgTable(
  "import_rows",
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
    /** Whom it wrote down. */
    customerId: uuid(),
    /** The service, the person or the booking that it made. */
    madeId: uuid(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.importId, t.line] }),
    index("import_rows_by_outcome").on(t.tenantId, t.importId, t.outcome, t.line),
    index("import_rows_by_customer").on(t.tenantId, t.customerId).where(sql`customer_id is not null`),
    foreignKey({ columns: [t.tenantId, t.importId], foreignColumns: [imports.tenantId, imports.id] }),
    foreignKey({ columns: [t.tenantId, t.customerId], foreignColumns: [customers.tenantId, customers.id] }),
  ],
);
