import { date, foreignKey, index, jsonb, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, tenantId, tstzrange } from "./columns";
import { staff } from "./staff";

/** `[from, to]` in minutes of the wall clock; beyond 1440 is the next day. */
export type Windows = [from: number, to: number][];

/** The business's weekly hours: what staff without hours of their own work. */
export const businessHours = pgTable(
  "business_hours",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    /** 0 is Sunday. */
    weekday: smallint().notNull(),
    fromMinute: smallint().notNull(),
    toMinute: smallint().notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
);

/** A date unlike the week: what it says holds for everybody. Without windows the business is shut. */
export const businessDays = pgTable(
  "business_days",
  {
    tenantId: tenantId(),
    date: date().notNull(),
    windows: jsonb().$type<Windows>().notNull(),
    /** Why, as the public page may tell it: Idd-ul-Fitr, stocktaking. */
    reason: text().notNull().default(""),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.date] })],
);

/** A date on which one person works other hours than every week, or none. */
export const staffDays = pgTable(
  "staff_days",
  {
    tenantId: tenantId(),
    staffId: uuid().notNull(),
    date: date().notNull(),
    windows: jsonb().$type<Windows>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.staffId, t.date] }),
    foreignKey({ columns: [t.tenantId, t.staffId], foreignColumns: [staff.tenantId, staff.id] }),
  ],
);

/** A break within working hours: every week on `weekday`, or once on `date`. */
export const staffBreaks = pgTable(
  "staff_breaks",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    staffId: uuid().notNull(),
    weekday: smallint(),
    date: date(),
    fromMinute: smallint().notNull(),
    toMinute: smallint().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("staff_breaks_by_staff").on(t.tenantId, t.staffId),
    foreignKey({ columns: [t.tenantId, t.staffId], foreignColumns: [staff.tenantId, staff.id] }),
  ],
);

export type TimeOffStatus = "asked" | "approved" | "declined" | "withdrawn";

/** Hours or days somebody is away; only what is approved takes time. */
export const timeOff = pgTable(
  "time_off",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    staffId: uuid().notNull(),
    span: tstzrange().notNull(),
    status: text().$type<TimeOffStatus>().notNull(),
    reason: text().notNull().default(""),
    askedAt: instant().notNull(),
    /** The user who asked, or entered it for somebody. */
    askedBy: uuid(),
    decidedAt: instant(),
    /** The user who said yes or no, or took it back. */
    decidedBy: uuid(),
    /** What they said with it. */
    answer: text().notNull().default(""),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("time_off_by_staff").on(t.tenantId, t.staffId, t.status),
    foreignKey({ columns: [t.tenantId, t.staffId], foreignColumns: [staff.tenantId, staff.id] }),
  ],
);
