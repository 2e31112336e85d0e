import { bigint, boolean, integer, jsonb, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, tenantId } from "./columns";

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
    position: integer().notNull().default(0),
    active: boolean().notNull().default(true),
    createdAt: createdAt(),
    archivedAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
);
