import {
  bigint,
  boolean,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, instant, tenantId } from "./columns";
import type { Channel } from "./tenants";

/** A service is worked in order; during a gap the staff member is free (colour takes, a mask dries). */
export type Segment = { kind: "work" | "gap"; minutes: number };

export const services = pgTable(
  "services",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    name: text().notNull(),
    category: text().notNull(),
    description: text().notNull().default(""),
    segments: jsonb().$type<Segment[]>().notNull(),
    durationMinutes: integer().notNull(),
    priceMinor: bigint({ mode: "number" }).notNull(),
    currency: text().notNull(),
    bufferBeforeMinutes: smallint().notNull().default(0),
    bufferAfterMinutes: smallint().notNull().default(0),
    /** So many visits at once: a class has more than one. */
    seats: smallint().notNull().default(1),
    /** Distance between offered starts; the business's when null. */
    stepMinutes: smallint(),
    /** Whether it is confirmed at once or by the desk, where that differs from the business's rule. */
    confirm: text().$type<"auto" | "desk">(),
    position: integer().notNull().default(0),
    active: boolean().notNull().default(true),
    createdAt: createdAt(),
    archivedAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
);

/** How early and how late a service may be booked through a channel, where that differs from the business's rule. */
export const serviceWindows = pgTable(
  "service_windows",
  {
    tenantId: tenantId(),
    serviceId: uuid().notNull(),
    channel: text().$type<Channel>().notNull(),
    noticeMinutes: integer(),
    horizonDays: smallint(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.serviceId, t.channel] }),
    foreignKey({ columns: [t.tenantId, t.serviceId], foreignColumns: [services.tenantId, services.id] }),
  ],
);
