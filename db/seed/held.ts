import type { TransactionSql } from "postgres";
import { tenantIdOf } from "./base";
import type { DemoBusiness } from "./businesses";
import { firstDemoId, lastDemoId } from "./stable";

const minute = 60_000;

/** One of the coming bookings is still held for somebody on the phone, and who did not come owes for it. */
export async function leaveHeld(sql: TransactionSql, business: DemoBusiness, now: Date): Promise<void> {
  const tenantId = tenantIdOf(business);
  const until = new Date(now.getTime() + 55 * minute);
  const [chosen] = await sql<{ id: string }[]>`
    update bookings b set status = 'held', expires_at = ${until}
    where tenant_id = ${tenantId} and id = (
      select id from bookings where tenant_id = ${tenantId} and status = 'confirmed' and source = 'desk'
        and id between ${firstDemoId} and ${lastDemoId} and starts_at > ${new Date(now.getTime() + 120 * minute)}
      order by starts_at limit 1) and not exists (select from bookings where tenant_id = ${tenantId} and status = 'held'
        and deposit is null)
    returning id`;
  if (chosen)
    await sql`update occupancies o set source = 'hold', expires_at = ${until} from booking_lines l
      where l.tenant_id = ${tenantId} and l.booking_id = ${chosen.id} and o.tenant_id = l.tenant_id and o.booking_line_id = l.id`;
  await sql`
    insert into booking_fees (tenant_id, booking_id, kind, amount_minor, currency, created_at)
    select tenant_id, id, 'no_show', total_minor / 2, currency, starts_at from bookings
    where tenant_id = ${tenantId} and status = 'no_show' and id between ${firstDemoId} and ${lastDemoId}
      and starts_at > ${new Date(now.getTime() - 3 * 1440 * minute)}
    on conflict do nothing`;
}
