import { type SQL, sql } from "drizzle-orm";
import { bookedWithinDays } from "./rules";

/** Each message of a campaign that left the house in these periods, with its code. `periods`: rows `p` with `nth`, `starts` and `ends`. */
export const sentBetween = (tenantId: string, periods: SQL): SQL => sql`
  select p.nth, r.campaign_id, r.customer_id, r.written_at, r.voucher_id, m.id as message_id, m.status
  from ${periods} join campaign_recipients r on r.tenant_id = ${tenantId} and r.outcome = 'written'
    and r.written_at >= p.starts and r.written_at < p.ends
  join messages m on m.tenant_id = r.tenant_id and m.id = r.message_id and m.status in ('sent', 'delivered')`;

/** Booking `b` was made soon after message `w`, and stands. */
export const bookedAfter = sql`b.customer_id = w.customer_id and b.created_at >= w.written_at
  and b.created_at < w.written_at + make_interval(days => ${bookedWithinDays})
  and b.status not in ('held', 'rejected', 'expired', 'cancelled')`;

/** The code `v` of message `w` was used; `s` is the sale, once it is paid. */
export const codeUsed = (tenantId: string): SQL => sql`
  join vouchers v on v.tenant_id = ${tenantId} and v.id = w.voucher_id and v.status = 'redeemed'
  left join sales s on s.tenant_id = v.tenant_id and s.id = v.sale_id and s.status = 'closed'`;
