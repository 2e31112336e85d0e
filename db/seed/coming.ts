import type { TransactionSql } from "postgres";
import { tenantIdOf } from "./base";
import type { DemoBusiness } from "./businesses";
import { firstDemoId, lastDemoId } from "./stable";

const minute = 60_000;

export type Coming = {
  id: string;
  lineId: string;
  serviceId: string;
  staffId: string;
  startsAt: Date;
  endsAt: Date;
  status: string;
  expiresAt: Date | null;
};

/** Bookings to come of one service by one person, soonest first, that need no chair or room. */
export const coming = (sql: TransactionSql, business: DemoBusiness, now: Date) => sql<Coming[]>`
  select b.id, b.status, l.id as "lineId", l.service_id as "serviceId", l.staff_id as "staffId", b.expires_at as "expiresAt",
    l.starts_at as "startsAt", l.ends_at as "endsAt"
  from bookings b join booking_lines l on l.tenant_id = b.tenant_id and l.booking_id = b.id
  where b.tenant_id = ${tenantIdOf(business)} and b.id between ${firstDemoId} and ${lastDemoId}
    and b.status in ('confirmed', 'requested') and b.starts_at > ${new Date(now.getTime() + 90 * minute)}
    and (select count(*) from booking_lines o where o.tenant_id = b.tenant_id and o.booking_id = b.id) = 1
    and jsonb_array_length(l.segments) = 1
    and not exists (select from occupancies o where o.tenant_id = l.tenant_id and o.booking_line_id = l.id
      and (o.resource_id is not null or o.seat_of is not null or o.source <> 'booking'))
  order by b.starts_at`;
