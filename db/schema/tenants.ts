import { sql } from "drizzle-orm";
import { boolean, check, index, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";

/** The ways a booking comes in. */
export type Channel = "public" | "api" | "desk";

/** A part of the price, or so much in minor units. */
export type Fee = { kind: "percent"; percent: number } | { kind: "fixed"; amountMinor: number };

/** What cancelling late and not coming cost. A fee that is absent is none. */
export type CancellationTerms = {
  /** Until so many hours before the start cancelling is free. */
  freeHours: number;
  late?: Fee | undefined;
  noShow?: Fee | undefined;
};

/** What is paid before a visit is promised, besides what its services ask for themselves. The largest that applies counts. */
export type DepositPolicy = {
  /** Of who has not been here yet. */
  newCustomers?: Fee | undefined;
  /** Of who did not come within the last so many days. */
  afterNoShow?: { fee: Fee; days: number } | undefined;
  /** Of who comes on these weekdays (0 is Sunday), from one minute of the day to another. */
  busyTimes?: { fee: Fee; weekdays: number[]; from: number; to: number } | undefined;
  /** Who has come so often pays none, while nothing was missed within the days above. */
  trustedAfter?: number | undefined;
};

export type BookingPolicy = {
  /** Shortest time between now and a start that a customer may book. */
  noticeMinutes: number;
  /** How many days after today a customer may book. */
  horizonDays: number;
  /** Distance between offered starts. */
  stepMinutes: number;
  /** How the buffers of two neighbours combine. */
  buffers: "larger" | "add";
  /** A public booking is confirmed at once, or waits for the desk. */
  confirm: "auto" | "desk";
  /** Who serves those who name nobody; the order of the staff list unless said otherwise. */
  anyStaff?: "order" | "fairest" | "least_gaps" | "usual";
  /** Offer only starts that leave no hole too short to sell, wherever there is one. */
  gapAware?: boolean;
  /** So many visits of one customer on one day; no limit when absent. */
  visitsPerDay?: number;
  /** Shut on Kenya's public holidays, but for dates that have hours of their own. */
  closedOnHolidays?: boolean;
  /** Dates of public holidays on which it is open all the same, as on any such weekday. */
  openOnHolidays?: string[];
  /** Cancelling and not coming are free when absent. */
  cancellation?: CancellationTerms;
  /** What is paid beforehand; only what the services ask for when absent. */
  deposits?: DepositPolicy;
  /** Notice and horizon of a channel, where they differ from the ones above. */
  channels?: Partial<Record<Channel, { noticeMinutes?: number; horizonDays?: number }>>;
};

export type TenantStatus = "pending" | "active" | "suspended" | "rejected";

export const tenants = pgTable(
  "tenants",
  {
    id: uuid().primaryKey(),
    /** `platform` is the one reserved row whose log carries the platform's own events. */
    kind: text().$type<"business" | "platform">().notNull().default("business"),
    slug: text().notNull().unique(),
    name: text().notNull(),
    businessType: text().$type<"kinyozi" | "salon" | "spa" | "clinic" | "multi_service">().notNull(),
    city: text().notNull(),
    phone: text().notNull(),
    timeZone: text().notNull(),
    currency: text().notNull().default("KES"),
    locale: text().notNull().default("en-KE"),
    colour: text().notNull().default("#0f766e"),
    /** Names its sign, a file of lib/gallery; null for its initials. */
    logo: text(),
    status: text().$type<TenantStatus>().notNull().default("pending"),
    /** Where customers' answers to e-mails go, unless its message settings name another; on no page. */
    email: text(),
    /** The street, or what one asks for to get there. */
    address: text().notNull().default(""),
    /** Its place on a map, as a link. */
    mapLink: text(),
    /** Answers on WhatsApp; E.164. */
    whatsapp: text(),
    /** What it says of itself, in each language. */
    about: text().notNull().default(""),
    aboutSw: text().notNull().default(""),
    /** Found by whoever looks for a business; otherwise only by its link. */
    listed: boolean().notNull().default(true),
    /** Addresses it had before: they lead to the one of now, and go to nobody else. */
    formerSlugs: text().array().notNull().default([]),
    /** What the business was told when it was rejected or suspended. */
    statusReason: text().notNull().default(""),
    /** When the platform last decided about it. */
    decidedAt: timestamp({ withTimezone: true }),
    /** Which version of the terms its owner accepted, and when. */
    termsVersion: text(),
    termsAcceptedAt: timestamp({ withTimezone: true }),
    /** Members without a second factor set one up before they see anything. */
    secondFactorRequired: boolean().notNull().default(false),
    /** After it, what it owes the platform has stood too long: it reads and exports, and changes nothing. Null: no end. */
    worksUntil: timestamp({ withTimezone: true }),
    /** Since when its owner closes it, and when all of it is deleted; until then it rests. Null for a house that stays. */
    closingSince: timestamp({ withTimezone: true }),
    closesAt: timestamp({ withTimezone: true }),
    policy: jsonb().$type<BookingPolicy>().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    index("tenants_former_slugs").using("gin", t.formerSlugs),
    index("tenants_closing").on(t.closesAt).where(sql`closes_at is not null`),
    check("tenants_closing_both", sql`(closing_since is null) = (closes_at is null)`),
  ],
);

/** What is left of a business that was closed: that it was there, and that its addresses are nobody else's. */
export const deletedTenants = pgTable(
  "deleted_tenants",
  {
    id: uuid().primaryKey(),
    /** All addresses that it ever had: they stand on printed posters and in messages. */
    slugs: text().array().notNull(),
    closingSince: timestamp({ withTimezone: true }).notNull(),
    /** When the first row went, and when the last; null while some are left. */
    begunAt: timestamp({ withTimezone: true }).notNull(),
    deletedAt: timestamp({ withTimezone: true }),
    /** How many rows of each table. */
    counts: jsonb().$type<Record<string, number>>().notNull().default({}),
  },
  (t) => [index("deleted_tenants_slugs").using("gin", t.slugs)],
);
