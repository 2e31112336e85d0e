import { sql } from "drizzle-orm";
import { foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, tenantId } from "./columns";
import { customers } from "./customers";
import { users } from "./people";

/** An event put in words for the people of the house. */
export const notifications = pgTable(
  "notifications",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    name: text().notNull(),
    title: text().notNull(),
    message: text().notNull(),
    entity: text().notNull(),
    entityId: uuid().notNull(),
    /** The same tokens as the event's. */
    audience: text().array().notNull(),
    customerId: uuid(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("notifications_newest").on(t.tenantId, t.createdAt),
    foreignKey({ columns: [t.tenantId, t.customerId], foreignColumns: [customers.tenantId, customers.id] }),
  ],
);

export const notificationReads = pgTable(
  "notification_reads",
  {
    tenantId: tenantId(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    notificationId: uuid().notNull(),
    readAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.userId, t.notificationId] }),
    foreignKey({
      columns: [t.tenantId, t.notificationId],
      foreignColumns: [notifications.tenantId, notifications.id],
    }),
  ],
);

/** An e-mail, SMS or push that leaves the house. */
export const messages = pgTable(
  "messages",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    channel: text().$type<"sms" | "email">().notNull(),
    toAddress: text().notNull(),
    customerId: uuid(),
    template: text().notNull(),
    subject: text().notNull().default(""),
    body: text().notNull(),
    status: text().$type<"queued" | "sent" | "failed">().notNull().default("queued"),
    /** One message per cause: a repeated job finds its own row. */
    dedupeKey: text().notNull(),
    transport: text(),
    /** Its words let somebody in until then; afterwards they are wiped. */
    secretUntil: instant(),
    createdAt: createdAt(),
    sentAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("messages_once").on(t.tenantId, t.dedupeKey),
    index("messages_newest").on(t.tenantId, t.createdAt),
    index("messages_by_customer").on(t.tenantId, t.customerId, t.createdAt).where(sql`customer_id is not null`),
    index("messages_secret").on(t.tenantId, t.secretUntil).where(sql`secret_until is not null`),
    index("messages_queued").on(t.tenantId, t.createdAt).where(sql`status = 'queued'`),
    foreignKey({ columns: [t.tenantId, t.customerId], foreignColumns: [customers.tenantId, customers.id] }),
  ],
);
