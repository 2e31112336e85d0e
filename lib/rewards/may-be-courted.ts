import { type SQL, sql } from "drizzle-orm";

/** Over `c`: they allowed the house to write to them for its own sake, and have not taken it back since. */
export const mayBeCourted = (): SQL => sql`exists (
  select from consents k where k.tenant_id = c.tenant_id and k.customer_id = c.id and k.purpose = 'marketing' and k.granted
    and not exists (select from consents later where later.tenant_id = k.tenant_id
      and later.customer_id = k.customer_id and later.purpose = k.purpose and not later.granted
      and later.channel in (k.channel, 'any') and (later.created_at, later.id) > (k.created_at, k.id)))`;
