import type { TransactionSql } from "postgres";
import { serviceIdOf, tenantIdOf } from "./base";
import type { DemoBusiness } from "./businesses";
import { firstDemoId, lastDemoId } from "./stable";

const minute = 60_000;

/** The longest services ask for a deposit. */
export async function seedDeposits(sql: TransactionSql, business: DemoBusiness): Promise<void> {
  const tenantId = tenantIdOf(business);
  const asked = sql.json([
    { id: serviceIdOf(business, "box-braids"), deposit: { kind: "fixed", amountMinor: 100_000 } },
    { id: serviceIdOf(business, "colour"), deposit: { kind: "percent", percent: 30 } },
  ]);
  await sql`update services s set deposit = a.deposit from jsonb_to_recordset(${asked}) as a (id uuid, deposit jsonb)
    where s.tenant_id = ${tenantId} and s.id = a.id and s.deposit is null`;
}

/** Somebody has booked on the page and not paid yet, whenever nobody has. */
export async function leaveUnpaid(sql: TransactionSql, business: DemoBusiness, now: Date): Promise<void> {
  const tenantId = tenantIdOf(business);
  const until = new Date(now.getTime() + 45 * minute);
  const [chosen] = await sql<{ id: string }[]>`
    update bookings b set status = 'held', expires_at = ${until}, deposit = 'due', deposit_minor = 50000, created_at = ${now}
    where tenant_id = ${tenantId} and id = (
      select id from bookings where tenant_id = ${tenantId} and status = 'confirmed' and source = 'public'
        and series_id is null and total_minor > 100000
        and id between ${firstDemoId} and ${lastDemoId} and starts_at > ${new Date(now.getTime() + 20 * 60 * minute)}
      order by starts_at limit 1)
    and not exists (select from bookings where tenant_id = ${tenantId} and status = 'held' and deposit = 'due')
    returning id`;
  if (chosen)
    await sql`update occupancies o set source = 'hold', expires_at = ${until} from booking_lines l
      where l.tenant_id = ${tenantId} and l.booking_id = ${chosen.id} and o.tenant_id = l.tenant_id and o.booking_line_id = l.id`;
}
