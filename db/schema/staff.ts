import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { bytea, createdAt, instant, tenantId } from "./columns";
import { services } from "./services";

/** A person who serves. */
export const staff = pgTable(
  "staff",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    name: text().notNull(),
    /** What they do best, as customers read it: "Senior stylist". */
    title: text().notNull().default(""),
    bio: text().notNull().default(""),
    /** Where the house reaches them; E.164. Not a login. */
    phone: text(),
    email: text(),
    /** Their share of what they serve, in basis points: 4000 is 40 %. */
    commissionBp: integer().notNull().default(0),
    colour: text().notNull(),
    position: integer().notNull().default(0),
    active: boolean().notNull().default(true),
    createdAt: createdAt(),
    archivedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    check("staff_phone_e164", sql`phone ~ '^\\+[1-9][0-9]{6,14}$'`),
    check("staff_commission_sane", sql`commission_bp between 0 and 10000`),
  ],
);

/** What somebody looks like, small enough to lie beside them. Its version names the picture. */
export const staffPhotos = pgTable(
  "staff_photos",
  {
    tenantId: tenantId(),
    staffId: uuid().notNull(),
    contentType: text().$type<"image/jpeg" | "image/png" | "image/webp">().notNull(),
    bytes: bytea().notNull(),
    version: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.staffId] }),
    foreignKey({ columns: [t.tenantId, t.staffId], foreignColumns: [staff.tenantId, staff.id] }),
    check("staff_photos_small", sql`octet_length(bytes) between 1 and 204800`),
  ],
);

/** A private address at which somebody's own calendar reads what they have to do. Another one, and the old is none. */
export const calendarFeeds = pgTable(
  "calendar_feeds",
  {
    tenantId: tenantId(),
    staffId: uuid().notNull(),
    id: uuid().notNull(),
    /** The token, sealed: it is shown again to whom it belongs. */
    sealed: text().notNull(),
    /** It holds as long as this member may see that person's work. */
    madeBy: uuid().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.staffId] }),
    foreignKey({ columns: [t.tenantId, t.staffId], foreignColumns: [staff.tenantId, staff.id] }),
  ],
);

/** Weekly hours on the business's wall clock; whoever has none works the business's. `toMinute` beyond 1440 runs into the next day. */
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
    /** Where this person takes another time or price than the service says. */
    durationMinutes: integer(),
    priceMinor: bigint({ mode: "number" }),
    /** Their own buffers; the service's when null. */
    bufferBeforeMinutes: smallint(),
    bufferAfterMinutes: smallint(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.staffId, t.serviceId] }),
    index("staff_services_by_service").on(t.tenantId, t.serviceId),
    check("staff_services_sane", sql`duration_minutes > 0 and price_minor >= 0`),
    foreignKey({ columns: [t.tenantId, t.staffId], foreignColumns: [staff.tenantId, staff.id] }),
    foreignKey({ columns: [t.tenantId, t.serviceId], foreignColumns: [services.tenantId, services.id] }),
  ],
);
