import { type SQL, sql } from "drizzle-orm";

/** Over `v`: it took place, it stands, and what was sold in it is paid. */
export const isPaid = (): SQL => sql`v.completed_at is not null and v.voided_at is null and exists (
  select from sales p where p.tenant_id = v.tenant_id and p.status = 'closed'
    and (p.visit_id = v.id or p.booking_id = v.booking_id))`;
