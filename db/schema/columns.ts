import { sql } from "drizzle-orm";
import { customType, timestamp, uuid } from "drizzle-orm/pg-core";
import { tenants } from "./tenants";

/** The first column of every tenant table; keys and indexes start with it too. */
export const tenantId = () =>
  uuid()
    .notNull()
    .references(() => tenants.id);

export const instant = () => timestamp({ withTimezone: true, mode: "date" });

/** Set by the caller from clock.ts; the default serves hand-written SQL only. */
export const createdAt = () => instant().notNull().default(sql`now()`);

/** A half-open stretch of instants, read and written in Postgres text form: `[from,to)`. */
export const tstzrange = customType<{ data: string; driverData: string }>({ dataType: () => "tstzrange" });

export const int4range = customType<{ data: string; driverData: string }>({ dataType: () => "int4range" });

export const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });
