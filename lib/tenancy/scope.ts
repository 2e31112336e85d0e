import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { Role } from "@/db/schema/people";
import type { ApiScope } from "@/lib/auth/scopes";

/** From where somebody asks: for the audit log, never for the event log. */
export type RequestOrigin = { address: string; requestId: string };

/** Who acts. It is written into the log with every event. */
export type Actor = { from?: RequestOrigin } & (
  | { kind: "public"; via: "page" | "api" }
  | { kind: "customer"; customerId: string }
  | { kind: "member"; userId: string; role: Role; staffId: string | null }
  /** A program that the business gave a key. */
  | { kind: "api"; keyId: string; scopes: readonly ApiScope[] }
  | { kind: "admin"; userId: string }
  /** Somebody signed in, at what is their own and no business's. */
  | { kind: "user"; userId: string }
  | { kind: "system"; job: string }
);

declare const scoped: unique symbol;

/** Proof that a tenant was chosen and its transaction opened. Only withTenant() makes one. */
export type Scope = {
  readonly [scoped]: true;
  readonly tenantId: string;
  readonly actor: Actor;
  readonly tx: Pick<
    PostgresJsDatabase,
    "select" | "selectDistinct" | "insert" | "update" | "delete" | "execute" | "transaction"
  >;
};
