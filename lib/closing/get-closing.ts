import { sql } from "drizzle-orm";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import { localToday } from "@/lib/waitlist/list-turns";
import type { StillOpen } from "./rules";

export type Closing = {
  name: string;
  timeZone: string;
  closesAt: string | null;
  open: StillOpen;
  /** All that is to come is being cancelled. */
  isCancelling: boolean;
};

const halfDayMs = 12 * 3_600_000;

type Counted = Record<keyof StillOpen, string>;
type House = Omit<Closing, "open">;

/** Whether the business is being closed, and what would be left open by it. */
export async function getClosing(scope: Scope): Promise<Closing> {
  const { tx, tenantId } = scope;
  const at = now().toISOString();
  // Whoever takes longer than they should is here all the same; who was forgotten half a day ago is not.
  const isHere = sql`b.status in ('arrived', 'in_service') and b.ends_at > ${new Date(now().getTime() - halfDayMs).toISOString()}`;
  const [row] = await tx.execute<Counted & House>(sql`
    select t.name, t.time_zone as "timeZone", t.closes_at as "closesAt",
      exists (select from due d where d.tenant_id = t.id and d.kind = 'cancel_coming' and d.done_at is null) as "isCancelling",
      (select count(*) from bookings b where b.tenant_id = t.id and (${isHere} or b.ends_at > ${at}
        and b.status in ('requested', 'held', 'confirmed'))) as bookings,
      (select count(*) from bookings b where b.tenant_id = t.id and ${isHere}) as "underWay",
      (select count(*) from waitlist_entries w where w.tenant_id = t.id and w.ended is null) as waiting,
      (select count(*) from queue_tickets q where q.tenant_id = t.id and q.status in ('waiting', 'called')
        and q.day = ${localToday(scope)}) as queued,
      (select count(*) from sales s where s.tenant_id = t.id and s.status = 'open') as "openSales",
      (select count(*) from vouchers v where v.tenant_id = t.id and v.status = 'pending') as vouchers,
      (select count(*) from points_balances p where p.tenant_id = t.id and p.points > 0) as "withPoints",
      (select count(*) from booking_fees f where f.tenant_id = t.id and f.status = 'owed'
        and f.amount_minor > f.from_deposit_minor) as "feesOwed",
      (select count(*) from refunds r where r.tenant_id = t.id and r.status not in ('done', 'withdrawn')) as refunds,
      (select count(*) from payments p where p.tenant_id = t.id and p.method = 'prompt'
        and p.status in ('created', 'submitting', 'pending', 'unknown')) as "moneyOnItsWay"
    from tenants t where t.id = ${tenantId}`);
  if (!row) throw new Error(`tenant ${tenantId} is not there`);
  const { name, timeZone, closesAt, isCancelling, ...counted } = row;
  return {
    name,
    timeZone,
    isCancelling,
    closesAt: closesAt && new Date(closesAt).toISOString(),
    open: Object.fromEntries(Object.entries(counted).map(([what, many]) => [what, Number(many)])) as StillOpen,
  };
}
