import { sideSql } from "@/db/client";

/** Which of these take bookings now. One statement for one open page or a thousand. */
export async function activeOf(tenantIds: string[]): Promise<Set<string>> {
  const rows = await sideSql()<{ id: string }[]>`select id from door_active_tenants(${tenantIds}::uuid[])`;
  return new Set(rows.map(({ id }) => id));
}
