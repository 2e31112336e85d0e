import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, tenantId } from "./columns";
import { customers } from "./customers";

/** Who wrote: the customer, or somebody of the house. */
export type Side = "customer" | "house";

/** What a customer and a business write to each other: one for each customer. */
export const conversations = pgTable(
  "conversations",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    customerId: uuid().notNull(),
    /** How many have been written; also the number of the last one. */
    lastSeq: integer().notNull().default(0),
    lastAt: instant().notNull(),
    lastSide: text().$type<Side>().notNull(),
    /** Up to which number each side has read, on whichever device. The house reads as one. */
    customerReadSeq: integer().notNull().default(0),
    houseReadSeq: integer().notNull().default(0),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("conversations_of_customer").on(t.tenantId, t.customerId),
    index("conversations_newest").on(t.tenantId, t.lastAt, t.id),
    foreignKey({ columns: [t.tenantId, t.customerId], foreignColumns: [customers.tenantId, customers.id] }),
    check("conversations_read", sql`customer_read_seq <= last_seq and house_read_seq <= last_seq`),
  ],
);

/** Rows are only added. Their number is given under the conversation's lock, so none is left out. */
export const conversationMessages = pgTable(
  "conversation_messages",
  {
    tenantId: tenantId(),
    conversationId: uuid().notNull(),
    seq: integer().notNull(),
    /** Made where it was typed: sent again after a lost answer it is the same message. */
    id: uuid().notNull(),
    side: text().$type<Side>().notNull(),
    /** The member who wrote for the house. */
    byUserId: uuid(),
    /** Empty once the customer has been erased. */
    words: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.conversationId, t.seq] }),
    uniqueIndex("conversation_messages_once").on(t.tenantId, t.conversationId, t.id),
    foreignKey({
      columns: [t.tenantId, t.conversationId],
      foreignColumns: [conversations.tenantId, conversations.id],
    }),
    check("conversation_messages_words", sql`char_length(words) <= 2000`),
    check("conversation_messages_side", sql`(side = 'house') = (by_user_id is not null)`),
  ],
);

/** What somebody asks by a form on a page: of a business, or of the platform in its own tenant's rows. */
export const enquiries = pgTable(
  "enquiries",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    name: text().notNull(),
    phone: text(),
    email: text(),
    subject: text().notNull(),
    words: text().notNull(),
    createdAt: createdAt(),
    readAt: instant(),
    answeredAt: instant(),
    answeredBy: uuid(),
    /** Out of the list; it can be put back. */
    deletedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("enquiries_newest").on(t.tenantId, t.createdAt, t.id),
    check("enquiries_reachable", sql`phone is not null or email is not null`),
  ],
);
