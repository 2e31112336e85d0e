import { foreignKey, integer, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, tenantId } from "./columns";
import { services } from "./services";

/** Chairs, rooms or machines of one kind. A room that matters by name is a kind of its own, with one of it. */
export const resources = pgTable(
  "resources",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    name: text().notNull(),
    quantity: smallint().notNull(),
    position: integer().notNull().default(0),
    createdAt: createdAt(),
    archivedAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
);

/** A service needs one of these. */
export const serviceResources = pgTable(
  "service_resources",
  {
    tenantId: tenantId(),
    serviceId: uuid().notNull(),
    resourceId: uuid().notNull(),
    /** In these segments, counted from 0; from the beginning to the end, gaps included, when null. */
    segments: smallint().array(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.serviceId, t.resourceId] }),
    foreignKey({ columns: [t.tenantId, t.serviceId], foreignColumns: [services.tenantId, services.id] }),
    foreignKey({ columns: [t.tenantId, t.resourceId], foreignColumns: [resources.tenantId, resources.id] }),
  ],
);
