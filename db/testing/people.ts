import type postgres from "postgres";
import type { Role } from "@/db/schema/people";
import { newId } from "@/lib/platform/ids";

/** Somebody who works in a house, as its actor. */
export async function addPerson(sql: postgres.Sql, tenantId: string, role: Role, staffId: string | null = null) {
  const userId = newId();
  await sql`insert into users (id, email, name, password_hash)
    values (${userId}, ${`${userId}@house.test`}, ${`A ${role}`}, 'nobody signs in with this')`;
  await sql`insert into members (tenant_id, user_id, role, staff_id) values (${tenantId}, ${userId}, ${role}, ${staffId})`;
  // An address of their own, so that no test uses up another's limits.
  return { kind: "member", userId, role, staffId, from: { address: userId, requestId: "a test" } } as const;
}
