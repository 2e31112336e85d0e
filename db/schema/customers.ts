import { foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, tenantId } from "./columns";
import { accounts } from "./people";

/** A person served by one tenant. */
export const customers = pgTable(
  "customers",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    name: text().notNull(),
    /** E.164. Walk-ins and dependants may have none. */
    phone: text(),
    email: text(),
    accountId: uuid().references(() => accounts.id),
    /** Who answers for a dependant. */
    guardianId: uuid(),
    notes: text().notNull().default(""),
    createdAt: createdAt(),
    archivedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("customers_phone").on(t.tenantId, t.phone),
    index("customers_newest").on(t.tenantId, t.createdAt),
    foreignKey({ columns: [t.tenantId, t.guardianId], foreignColumns: [t.tenantId, t.id] }),
  ],
);
