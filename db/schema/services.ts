import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { bytea, createdAt, instant, tenantId } from "./columns";
import type { Channel, Fee } from "./tenants";

/** A service is worked in order; during a gap the staff member is free (colour takes, a mask dries). */
export type Segment = { kind: "work" | "gap"; minutes: number };

/** What may be added to a service: it makes the last piece of work longer, and the price higher. */
export type Addon = { id: string; name: string; minutes: number; priceMinor: number };

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
    addons: jsonb().$type<Addon[]>().notNull().default([]),
    bufferBeforeMinutes: smallint().notNull().default(0),
    bufferAfterMinutes: smallint().notNull().default(0),
    /** So many visits at once: a class has more than one. */
    seats: smallint().notNull().default(1),
    /** A class of several begins together; otherwise each of them begins when they like. */
    together: boolean().notNull().default(true),
    /** Distance between offered starts; the business's when null. */
    stepMinutes: smallint(),
    /** Whether it is confirmed at once or by the desk, where that differs from the business's rule. */
    confirm: text().$type<"auto" | "desk">(),
    /** What is paid before it is promised: a part of the price, or so much. */
    deposit: jsonb().$type<Fee>(),
    position: integer().notNull().default(0),
    active: boolean().notNull().default(true),
    createdAt: createdAt(),
    archivedAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
);

/** What a service looks like, small enough to lie beside it. Its version names the picture. */
export const servicePhotos = pgTable(
  "service_photos",
  {
    tenantId: tenantId(),
    serviceId: uuid().notNull(),
    contentType: text().$type<"image/jpeg" | "image/png" | "image/webp">().notNull(),
    bytes: bytea().notNull(),
    version: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.serviceId] }),
    foreignKey({ columns: [t.tenantId, t.serviceId], foreignColumns: [services.tenantId, services.id] }),
    check("service_photos_small", sql`octet_length(bytes) between 1 and 204800`),
  ],
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
