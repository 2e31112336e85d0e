import { boolean, foreignKey, index, integer, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, tenantId } from "./columns";
import { services } from "./services";

/** A person who serves. */
export const staff = pgTable(
  "staff",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    name: text().notNull(),
    title: text().notNull().default(""),
    colour: text().notNull(),
    position: integer().notNull().default(0),
    active: boolean().notNull().default(true),
    createdAt: createdAt(),
    archivedAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
);

/** Weekly hours on the business's wall clock. `toMinute` beyond 1440 runs into the next day. */
export const staffHours = pgTable(
  "staff_hours",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    staffId: uuid().notNull(),
    /** 0 is Sunday. */
    weekday: smallint().notNull(),
    fromMinute: smallint().notNull(),
    toMinute: smallint().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("staff_hours_by_staff").on(t.tenantId, t.staffId, t.weekday),
    foreignKey({ columns: [t.tenantId, t.staffId], foreignColumns: [staff.tenantId, staff.id] }),
  ],
);

/** Who can do what. */
export const staffServices = pgTable(
  "staff_services",
  {
    tenantId: tenantId(),
    staffId: uuid().notNull(),
    serviceId: uuid().notNull(),
    /** Their own buffers; the service's when null. */
    bufferBeforeMinutes: smallint(),
    bufferAfterMinutes: smallint(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.staffId, t.serviceId] }),
    index("staff_services_by_service").on(t.tenantId, t.serviceId),
    foreignKey({ columns: [t.tenantId, t.staffId], foreignColumns: [staff.tenantId, staff.id] }),
    foreignKey({ columns: [t.tenantId, t.serviceId], foreignColumns: [services.tenantId, services.id] }),
  ],
);
