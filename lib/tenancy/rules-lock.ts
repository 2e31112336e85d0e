import { sql } from "drizzle-orm";
import type { Scope } from "./scope";

/**
 * Whoever books goes by the rules that they have read: nobody changes those before that booking stands, and whoever
 * changes them sees every booking made by the old ones. A statement of its own, so that the rules are read after it;
 * awaited here, since only then it is on its way before whatever is asked beside it.
 */
export async function holdRules(scope: Scope): Promise<void> {
  await scope.tx.execute(sql`select pg_advisory_xact_lock_shared(${keyOf(scope)})`);
}

/** For who changes what bookings are judged by; waits for everybody who books just now. */
export async function changeRules(scope: Scope): Promise<void> {
  await scope.tx.execute(sql`select pg_advisory_xact_lock(${keyOf(scope)})`);
}

const keyOf = ({ tenantId }: Scope) => sql`hashtextextended(${`${tenantId} rules`}, 0)`;
