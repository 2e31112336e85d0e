import { sql } from "drizzle-orm";
import { addDays } from "@/lib/platform/calendar";
import type { Scope } from "@/lib/tenancy/scope";

/** The same as in the trigger that refuses a closed period. */
const key = ({ tenantId }: Scope) => sql`hashtextextended(${`payroll ${tenantId}`}, 0)`;

/** Whoever closes: nothing is earned or paid in advance until this transaction ends. */
export const holdPayroll = (scope: Scope) => scope.tx.execute(sql`select pg_advisory_xact_lock(${key(scope)})`);

/** The last day that is settled; null before the first period was closed. */
export async function settledUntil({ tx, tenantId }: Scope): Promise<string | null> {
  const [row] = await tx.execute<{ day: string | null }>(sql`
    select max(to_day)::text as day from payroll_periods where tenant_id = ${tenantId}`);
  return row?.day ?? null;
}

/** The day for which something of `day` counts: the first that is open. It stays open until this transaction ends. */
export async function openDay(scope: Scope, day: string): Promise<string> {
  await scope.tx.execute(sql`select pg_advisory_xact_lock_shared(${key(scope)})`);
  const settled = await settledUntil(scope);
  return settled !== null && day <= settled ? addDays(settled, 1) : day;
}
