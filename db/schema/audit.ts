import { foreignKey, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, tenantId } from "./columns";
import { customers } from "./customers";

/** Who did what: added in the transaction of the deed, never changed. */
export const auditEntries = pgTable(
  "audit_entries",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    at: createdAt(),
    /** The actor as in the event log. */
    actor: jsonb().$type<Record<string, unknown>>().notNull(),
    userId: uuid(),
    /** subject.past_participle, as events are named. */
    action: text().notNull(),
    entity: text().notNull(),
    entityId: uuid().notNull(),
    /** Whose personal values are in before and after; those are sealed with this customer's key. */
    customerId: uuid(),
    /** The same of a login or an invitation: sealed with the key of that id. */
    personId: uuid(),
    before: text(),
    after: text(),
    address: text().notNull().default(""),
    requestId: text().notNull().default(""),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("audit_entries_newest").on(t.tenantId, t.at),
    index("audit_entries_of_thing").on(t.tenantId, t.entityId, t.at),
    foreignKey({ columns: [t.tenantId, t.customerId], foreignColumns: [customers.tenantId, customers.id] }),
  ],
);

/** One key per customer, itself sealed. Destroying it erases what was written with it, wherever a copy lies. */
export const customerKeys = pgTable(
  "customer_keys",
  {
    tenantId: tenantId(),
    customerId: uuid().notNull(),
    /** Null once destroyed. */
    sealedKey: text(),
    createdAt: createdAt(),
    destroyedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.customerId] }),
    foreignKey({ columns: [t.tenantId, t.customerId], foreignColumns: [customers.tenantId, customers.id] }),
  ],
);

/**
 * One key per login that a business, or the platform, wrote about, and one per invitation; under the same id, which is
 * why it points at neither table. Destroying it erases what was written with it.
 */
export const personKeys = pgTable(
  "person_keys",
  {
    tenantId: tenantId(),
    personId: uuid().notNull(),
    /** Null once destroyed. */
    sealedKey: text(),
    createdAt: createdAt(),
    destroyedAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.personId] })],
);

/** What a business entrusted to us: keys of payment and message services, sealed. */
export const tenantSecrets = pgTable(
  "tenant_secrets",
  {
    tenantId: tenantId(),
    name: text().notNull(),
    sealed: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.name] })],
);
