import { bigint, index, integer, json, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, tenantId } from "./columns";
import { tenants } from "./tenants";

/** The answer a key has already had, written in the transaction that earned it; kept 24 hours. */
export const idempotency = pgTable(
  "idempotency",
  {
    tenantId: tenantId(),
    route: text().notNull(),
    key: text().notNull(),
    bodyHash: text().notNull(),
    status: integer().notNull(),
    /** json, not jsonb: a repeated request gets the same bytes. */
    answer: json().$type<unknown>(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.route, t.key] }),
    index("idempotency_by_age").on(t.tenantId, t.createdAt),
  ],
);

/** Which tenant an unguessable link belongs to. Holds hashes only; the serving role may add rows but not read them. */
export const accessTokens = pgTable("access_tokens", {
  hash: text().primaryKey(),
  tenantId: uuid()
    .notNull()
    .references(() => tenants.id),
  kind: text()
    .$type<
      | "booking"
      | "invitation"
      | "calendar"
      | "ticket"
      | "waitlist"
      | "payment"
      | "mpesa_account"
      | "refund"
      | "receipt"
      | "opt_out"
      | "api_key"
    >()
    .notNull(),
  subjectId: uuid().notNull(),
  createdAt: createdAt(),
});

/** Which worker processes are alive. */
export const workerHeartbeats = pgTable("worker_heartbeats", {
  id: text().primaryKey(),
  beatAt: instant().notNull(),
});

/** Counters of what was asked for, shared by all instances; rate-limiter-flexible's own columns. */
export const rateLimits = pgTable("rate_limits", {
  key: text().primaryKey(),
  points: integer().notNull().default(0),
  expire: bigint({ mode: "number" }),
});

/** What lets a program act for a business. The secret is nowhere; its hash stands in access_tokens. */
export const apiKeys = pgTable(
  "api_keys",
  {
    tenantId: tenantId(),
    id: uuid().notNull(),
    name: text().notNull(),
    /** Its first letters, to know it by. */
    prefix: text().notNull(),
    scopes: text().array().notNull(),
    createdBy: uuid().notNull(),
    createdAt: createdAt(),
    /** To the minute. */
    lastUsedAt: instant(),
    expiresAt: instant(),
    revokedAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
);
