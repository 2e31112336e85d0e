import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";

/** The same as in the trigger that refuses a closed day. */
const key = ({ tenantId }: Scope) => sql`hashtextextended(${`ledger ${tenantId}`}, 0)`;

/** Whoever writes into the ledger: side by side, but not while somebody counts. */
export const shareLedger = (scope: Scope) => scope.tx.execute(sql`select pg_advisory_xact_lock_shared(${key(scope)})`);

/** Whoever counts: nothing is written until this transaction ends. Taken before any row is locked. */
export const holdLedger = (scope: Scope) => scope.tx.execute(sql`select pg_advisory_xact_lock(${key(scope)})`);
