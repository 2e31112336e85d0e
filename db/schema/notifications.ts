import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { bookings } from "./bookings";
import { createdAt, instant, tenantId } from "./columns";
import { customers } from "./customers";
import { sessions, users } from "./people";

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

export type MessageChannel = "sms" | "email" | "push";

/**
 * `sending`: a transport has it in its hands until `nextTryAt`, after which it is taken up again. `sent`: the transport
 * has accepted it; `delivered`: it says that it has arrived.
 */
export type MessageStatus = "queued" | "sending" | "sent" | "delivered" | "failed";

/** An e-mail, SMS or push that leaves the house. */
export const messages = pgTable(
  "messages",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    channel: text().$type<MessageChannel>().notNull(),
    toAddress: text().notNull(),
    customerId: uuid(),
    template: text().notNull(),
    subject: text().notNull().default(""),
    body: text().notNull(),
    status: text().$type<MessageStatus>().notNull().default("queued"),
    /** One message per cause: a repeated job finds its own row. */
    dedupeKey: text().notNull(),
    transport: text(),
    /** Its words let somebody in until then; afterwards they are wiped. */
    secretUntil: instant(),
    /** After it there is no use in it. Of a reminder: when what it reminds of begins. */
    validUntil: instant(),
    /** What it reminds of, which has to stand as it says. */
    bookingId: uuid(),
    tries: smallint().notNull().default(0),
    nextTryAt: instant().notNull().default(sql`now()`),
    /** Why it did not go or arrive, in plain words. */
    failure: text().notNull().default(""),
    /** What the transport calls it. */
    providerId: text(),
    segments: smallint(),
    costMinor: bigint({ mode: "number" }),
    costCurrency: text(),
    createdAt: createdAt(),
    sentAt: instant(),
    deliveredAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("messages_once").on(t.tenantId, t.dedupeKey),
    index("messages_newest").on(t.tenantId, t.createdAt),
    index("messages_by_customer").on(t.tenantId, t.customerId, t.createdAt).where(sql`customer_id is not null`),
    index("messages_secret").on(t.tenantId, t.secretUntil).where(sql`secret_until is not null`),
    index("messages_to_send").on(t.tenantId, t.nextTryAt).where(sql`status in ('queued', 'sending')`),
    index("messages_by_provider").on(t.providerId).where(sql`provider_id is not null`),
    check("messages_status_known", sql`status in ('queued', 'sending', 'sent', 'delivered', 'failed')`),
    foreignKey({ columns: [t.tenantId, t.bookingId], foreignColumns: [bookings.tenantId, bookings.id] }),
    foreignKey({ columns: [t.tenantId, t.customerId], foreignColumns: [customers.tenantId, customers.id] }),
  ],
);

/** A browser that wants to hear of things while no page of ours is open: of a member, in one business. */
export const pushSubscriptions = pgTable(
  "push_subscriptions",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    /** The sign-in it was turned on in: once that is over the browser is somebody else's for all we know. */
    sessionId: uuid()
      .notNull()
      .references(() => sessions.id),
    /** Where its maker takes messages for it; whoever has it can write to it, so it is told to nobody. */
    endpoint: text().notNull(),
    /** The browser's public key and its secret: only it reads what is sent. */
    p256dh: text().notNull(),
    auth: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("push_subscriptions_once").on(t.tenantId, t.endpoint),
    index("push_subscriptions_of_user").on(t.tenantId, t.userId),
  ],
);

/** The same of a customer, in one business. */
export const customerBrowsers = pgTable(
  "customer_browsers",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    customerId: uuid().notNull(),
    /**
     * The sign-in it was turned on in: with that over, or the customer another account's, nothing goes there. No key: a
     * sign-in goes with the last house that knew its account.
     */
    accountSessionId: uuid().notNull(),
    endpoint: text().notNull(),
    p256dh: text().notNull(),
    auth: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("customer_browsers_once").on(t.tenantId, t.endpoint),
    index("customer_browsers_of_customer").on(t.tenantId, t.customerId),
    foreignKey({ columns: [t.tenantId, t.customerId], foreignColumns: [customers.tenantId, customers.id] }),
  ],
);

/** How a business writes to its customers; a business without a row does as the defaults say. */
export const messageSettings = pgTable(
  "message_settings",
  {
    tenantId: tenantId().primaryKey(),
    /** What letters come from; the business's name when empty. */
    fromName: text().notNull().default(""),
    /** Where answers to letters go; the business's address when empty. */
    replyTo: text().notNull().default(""),
    /** What can wait is not sent from one minute of the local day to the other; never quiet when they are equal. */
    quietFrom: smallint()
      .notNull()
      .default(21 * 60),
    quietUntil: smallint()
      .notNull()
      .default(7 * 60),
    /** How long before a visit its customer is reminded, in minutes. */
    remindBefore: integer().array().notNull().default(sql`'{1440,120}'`),
    /** Messages that are not sent; see lib/notifications/rules. */
    off: text().array().notNull().default(sql`'{booking-miss}'`),
    updatedAt: instant().notNull(),
  },
  () => [
    check("message_settings_quiet", sql`quiet_from between 0 and 1439 and quiet_until between 0 and 1439`),
    check("message_settings_reminders", sql`cardinality(remind_before) <= 4`),
  ],
);
