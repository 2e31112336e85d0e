import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { bytea, createdAt, instant, tenantId } from "./columns";
import { staff } from "./staff";

/** What somebody wants to be told of, and how. */
export type Preferences = { bookings: "all" | "own" | "none"; byEmail: boolean };

/** A staff login, across tenants: an e-mail address, a phone, or both. */
export const users = pgTable(
  "users",
  {
    id: uuid().primaryKey(),
    email: text().unique(),
    /** E.164. */
    phone: text().unique(),
    name: text().notNull(),
    passwordHash: text().notNull(),
    passwordChangedAt: instant(),
    language: text().$type<"en" | "sw">().notNull().default("en"),
    preferences: jsonb().$type<Preferences>().notNull().default({ bookings: "all", byEmail: false }),
    /** Sealed. Counts once `totpConfirmedAt` is set. */
    totpSecret: text(),
    totpConfirmedAt: instant(),
    /** The time step of the last code taken: none serves twice. */
    totpLastStep: text(),
    platformAdmin: boolean().notNull().default(false),
    createdAt: createdAt(),
    disabledAt: instant(),
  },
  () => [check("users_reachable", sql`email is not null or phone is not null`)],
);

/** What somebody looks like, small enough to lie beside them. Its version names the picture. */
export const userPhotos = pgTable(
  "user_photos",
  {
    userId: uuid()
      .primaryKey()
      .references(() => users.id),
    contentType: text().$type<"image/jpeg" | "image/png" | "image/webp">().notNull(),
    bytes: bytea().notNull(),
    version: text().notNull(),
    createdAt: createdAt(),
  },
  () => [check("user_photos_small", sql`octet_length(bytes) between 1 and 204800`)],
);

/** One sign-in on one device. The cookie names the row; the row decides. */
export const sessions = pgTable(
  "sessions",
  {
    id: uuid().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    createdAt: createdAt(),
    lastSeenAt: createdAt(),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
    userAgent: text().notNull().default(""),
    address: text().notNull().default(""),
    /** The password was right and the second factor is still to come: until then the session opens nothing else. */
    awaitsSecondFactor: boolean().notNull().default(false),
    /** When the person last proved again who they are; see step-up. */
    provedAt: instant(),
  },
  (t) => [index("sessions_by_user").on(t.userId)],
);

/** A link in a message that proves who opened it; only its hash is kept. */
export const userTokens = pgTable(
  "user_tokens",
  {
    hash: text().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    purpose: text().$type<"password_reset">().notNull(),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
  },
  (t) => [index("user_tokens_by_user").on(t.userId)],
);

/** Ways in for somebody who lost the second factor; each once. */
export const recoveryCodes = pgTable(
  "recovery_codes",
  {
    userId: uuid()
      .notNull()
      .references(() => users.id),
    hash: text().notNull(),
    usedAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.hash] })],
);

export type CodePurpose =
  | "register"
  | "portal_sign_in"
  | "portal_email"
  | "portal_phone"
  | "password_reset"
  | "confirm_email"
  | "confirm_phone";

/** Six digits on their way to somebody; kept as a keyed hash. */
export const oneTimeCodes = pgTable(
  "one_time_codes",
  {
    id: uuid().primaryKey(),
    purpose: text().$type<CodePurpose>().notNull(),
    /** Phone in E.164 or e-mail address. */
    destination: text().notNull(),
    userId: uuid().references(() => users.id),
    codeHash: text().notNull(),
    tries: integer().notNull().default(0),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
    /** Used, or replaced by a newer one. */
    endedAt: instant(),
  },
  (t) => [uniqueIndex("one_time_codes_open").on(t.purpose, t.destination).where(sql`ended_at is null`)],
);

/** A business and its first login, kept until a code shows that the address is theirs. */
export const registrations = pgTable("registrations", {
  /** Of the token that the browser holds which filled in the form. */
  hash: text().primaryKey(),
  email: text().notNull(),
  name: text().notNull(),
  passwordHash: text().notNull(),
  business: jsonb().notNull(),
  /** Of the code that is waited for. */
  challenge: uuid().notNull(),
  createdAt: createdAt(),
  expiresAt: instant().notNull(),
});

/** A verified phone of a customer, across tenants. */
export const accounts = pgTable("accounts", {
  id: uuid().primaryKey(),
  phone: text().notNull().unique(),
  createdAt: createdAt(),
});

/** A customer's sign-in with phone and code; own cookie, apart from the members'. */
export const accountSessions = pgTable(
  "account_sessions",
  {
    id: uuid().primaryKey(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    createdAt: createdAt(),
    lastSeenAt: createdAt(),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
    userAgent: text().notNull().default(""),
  },
  (t) => [index("account_sessions_by_account").on(t.accountId)],
);

export type Role = "owner" | "manager" | "front_desk" | "staff";

export const members = pgTable(
  "members",
  {
    tenantId: tenantId(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    role: text().$type<Role>().notNull(),
    staffId: uuid(),
    createdAt: createdAt(),
    removedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.userId] }),
    index("members_by_user").on(t.userId),
    foreignKey({ columns: [t.tenantId, t.staffId], foreignColumns: [staff.tenantId, staff.id] }),
  ],
);

/** Somebody asked to join; the link's hash is in access_tokens. */
export const invitations = pgTable(
  "invitations",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    /** Where the link goes: an e-mail address or a phone in E.164. */
    destination: text().notNull(),
    role: text().$type<Role>().notNull(),
    staffId: uuid(),
    invitedBy: uuid()
      .notNull()
      .references(() => users.id),
    createdAt: createdAt(),
    sentAt: instant().notNull(),
    expiresAt: instant().notNull(),
    acceptedAt: instant(),
    revokedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("invitations_open")
      .on(t.tenantId, t.destination)
      .where(sql`accepted_at is null and revoked_at is null`),
    foreignKey({ columns: [t.tenantId, t.staffId], foreignColumns: [staff.tenantId, staff.id] }),
  ],
);
