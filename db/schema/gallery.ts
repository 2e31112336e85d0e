import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, tenantId } from "./columns";
import { services } from "./services";
import { staff } from "./staff";

/** A picture of what the house does. The picture itself is a file of its id in two sizes, see lib/gallery; it never changes. */
export const galleryPictures = pgTable(
  "gallery_pictures",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    title: text().notNull().default(""),
    /** Whose work it is. */
    staffId: uuid(),
    serviceId: uuid(),
    /** For everybody; otherwise for the house alone. */
    isPublic: boolean().notNull(),
    position: integer().notNull(),
    /** Of the large one, in pixels: its place is kept while it is on its way. */
    width: integer().notNull(),
    height: integer().notNull(),
    byUserId: uuid(),
    createdAt: createdAt(),
    /** Put away: shown to nobody until it is put back. */
    archivedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("gallery_pictures_in_order").on(t.tenantId, t.position, t.id).where(sql`archived_at is null`),
    foreignKey({ columns: [t.tenantId, t.staffId], foreignColumns: [staff.tenantId, staff.id] }),
    foreignKey({ columns: [t.tenantId, t.serviceId], foreignColumns: [services.tenantId, services.id] }),
    check("gallery_pictures_title", sql`char_length(title) <= 80`),
    check("gallery_pictures_size", sql`width between 1 and 1600 and height between 1 and 1600`),
  ],
);
