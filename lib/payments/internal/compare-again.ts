import { sql } from "drizzle-orm";
import { localDate } from "@/lib/platform/calendar";
import type { Scope } from "@/lib/tenancy/scope";
import { compareDay } from "./compare-day";

/** A day that has been compared is looked at again once something of it is known that was not. */
export async function compareAgain(scope: Scope, paidAt: Date): Promise<void> {
  const [tenant] = await scope.tx.execute<{ time_zone: string }>(
    sql`select time_zone from tenants where id = ${scope.tenantId}`,
  );
  const day = localDate(paidAt, tenant!.time_zone);
  const [compared] = await scope.tx.execute(
    sql`select 1 from mpesa_days where tenant_id = ${scope.tenantId} and day = ${day}`,
  );
  if (compared) await compareDay(scope, day, tenant!.time_zone);
}
