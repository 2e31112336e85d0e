import { sideSql } from "@/db/client";
import type { LoginRole } from "@/lib/auth/permissions";
import { now } from "@/lib/platform/clock";

export type Right = { sessionId: string; tenantId: string; userId: string; role: LoginRole; staffId: string | null };

/** Which of these sessions may look at these tenants now, and as what. One statement for one stream or a thousand. */
export async function rightsOf(asked: { sessionId: string; tenantId: string }[]): Promise<Right[]> {
  const sessions = asked.map((pair) => pair.sessionId);
  const tenants = asked.map((pair) => pair.tenantId);
  const rows = await sideSql()<
    { session_id: string; tenant_id: string; user_id: string; role: LoginRole; staff_id: string | null }[]
  >`select session_id, tenant_id, user_id, role, staff_id
    from door_rights(${sessions}::uuid[], ${tenants}::uuid[], ${now()})`;
  return rows.map((row) => ({
    sessionId: row.session_id,
    tenantId: row.tenant_id,
    userId: row.user_id,
    role: row.role,
    staffId: row.staff_id,
  }));
}
