import { boolean, foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, tenantId } from "./columns";
import { staff } from "./staff";

/** A staff login, across tenants. */
export const users = pgTable("users", {
  id: uuid().primaryKey(),
  email: text().notNull().unique(),
  name: text().notNull(),
  passwordHash: text().notNull(),
  platformAdmin: boolean().notNull().default(false),
  createdAt: createdAt(),
  disabledAt: instant(),
});

/** One sign-in on one device. The cookie names the row; the row decides. */
export const sessions = pgTable(
  "sessions",
  {
    id: uuid().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    createdAt: createdAt(),
    lastSeenAt: createdAt(),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
    userAgent: text().notNull().default(""),
  },
  (t) => [index("sessions_by_user").on(t.userId)],
);

/** A verified phone of a customer, across tenants. */
export const accounts = pgTable("accounts", {
  id: uuid().primaryKey(),
  phone: text().notNull().unique(),
  createdAt: createdAt(),
});

export type Role = "owner" | "manager" | "front_desk" | "staff";

export const members = pgTable(
  "members",
  {
    tenantId: tenantId(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    role: text().$type<Role>().notNull(),
    staffId: uuid(),
    createdAt: createdAt(),
    removedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.userId] }),
    index("members_by_user").on(t.userId),
    foreignKey({ columns: [t.tenantId, t.staffId], foreignColumns: [staff.tenantId, staff.id] }),
  ],
);
