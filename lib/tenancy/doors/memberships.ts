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
  /** Why it was rejected or suspended. */
  statusReason: string;
  secondFactorRequired: boolean;
  /** After it the business only reads and exports; null: no end. */
  worksUntil: Date | null;
  /** When all of it is deleted, while its owner closes it. */
  closesAt: Date | null;
};

/** Where a user works, whatever has become of the business: who may enter is asked of the status. */
export async function membershipsOf(userId: string): Promise<Membership[]> {
  const rows = await sideSql()<Membership[]>`
    select tenant_id as "tenantId", slug, name, role, staff_id as "staffId", status,
      status_reason as "statusReason", second_factor_required as "secondFactorRequired",
      works_until as "worksUntil", closes_at as "closesAt"
    from door_memberships(${userId})`;
  return rows.map((row) => ({ ...row }));
}
