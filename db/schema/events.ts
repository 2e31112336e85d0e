import { sql } from "drizzle-orm";
import { bigint, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, tenantId } from "./columns";
import { customers } from "./customers";

/** Where each tenant's log stands. Made with the tenant; its row lock is what makes numbers gapless and in commit order. */
export const eventHeads = pgTable(
  "event_heads",
  {
    tenantId: tenantId(),
    /** Changes when the log is no longer the one clients remember (restore from a backup). */
    epoch: integer().notNull(),
    seq: bigint({ mode: "number" }).notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.tenantId] })],
);

export const events = pgTable(
  "events",
  {
    tenantId: tenantId(),
    seq: bigint({ mode: "number" }).notNull(),
    name: text().notNull(),
    /** Tokens of who may see it: `desk`, `owner`, `staff:<id>`. */
    audience: text().array().notNull(),
    entity: text().notNull(),
    entityId: uuid().notNull(),
    /** Whose name its words need; read at delivery, never copied into the log. */
    customerId: uuid(),
    payload: jsonb().$type<Record<string, unknown>>().notNull(),
    actor: jsonb().$type<Record<string, unknown>>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.seq] }),
    index("events_by_age").on(t.tenantId, t.createdAt),
    foreignKey({ columns: [t.tenantId, t.customerId], foreignColumns: [customers.tenantId, customers.id] }),
  ],
);

/** How far a reader of the log has come. */
export const eventCursors = pgTable(
  "event_cursors",
  {
    tenantId: tenantId(),
    consumer: text().notNull(),
    seq: bigint({ mode: "number" }).notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.consumer] })],
);

/** Work that is due at a time, written in the business transaction. */
export const due = pgTable(
  "due",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    kind: text().notNull(),
    dueAt: instant().notNull(),
    payload: jsonb().$type<Record<string, unknown>>().notNull(),
    doneAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] }), index("due_pending").on(t.dueAt).where(sql`done_at is null`)],
);
