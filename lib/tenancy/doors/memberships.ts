import { sideSql } from "@/db/client";
import type { Role } from "@/db/schema/people";
import type { TenantStatus } from "@/db/schema/tenants";

export type Membership = {
  tenantId: string;
  slug: string;
  name: string;
  role: Role;
  staffId: string | null;
  status: TenantStatus;
};

/** Where a user works now. */
export async function membershipsOf(userId: string): Promise<Membership[]> {
  const rows = await sideSql()<Membership[]>`
    select tenant_id as "tenantId", slug, name, role, staff_id as "staffId", status from door_memberships(${userId})`;
  return rows.map((row) => ({ ...row }));
}
