import { sql } from "drizzle-orm";
import { recordEvent } from "@/lib/events/record-event";
import { addDays, startOfDay } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import { covers } from "./coverage";
import { coverageOf } from "./coverage-of";
import { doubt } from "./doubt";
import { lockPayment } from "./payment";

/**
 * What the list and the ledger say of a day, kept side by side; and payments that only a callback vouches for, though the
 * list of their day is known in full, are doubted. False when the list of that day is not known in full.
 */
export async function compareDay(scope: Scope, day: string, zone: string): Promise<boolean> {
  const { tx, tenantId } = scope;
  const [begin, end] = [startOfDay(day, zone), startOfDay(addDays(day, 1), zone)];
  if (!covers(await coverageOf(scope), { from: begin, to: end })) return false;
  const [from, to] = [begin.toISOString(), end.toISOString()];
  const unlisted = await tx.execute<{ id: string }>(sql`
    select p.id from mpesa_receipts m join payments p on p.tenant_id = m.tenant_id and p.id = m.payment_id
    where m.tenant_id = ${tenantId} and m.paid_at >= ${from} and m.paid_at < ${to} and m.listed_at is null
      and m.source in ('callback', 'confirmation') and m.settled_as is null and p.status in ('paid', 'paid_late') and p.doubt is null order by p.id`);
  for (const { id } of unlisted) {
    const payment = await lockPayment(scope, id);
    if (payment) await doubt(scope, payment, "not_in_list");
  }
  await tx.execute(sql`
    with listed as (
      select coalesce(sum(m.listed_minor), 0) as minor from mpesa_receipts m
      where m.tenant_id = ${tenantId} and m.paid_at >= ${from} and m.paid_at < ${to} and m.listed_at is not null
        and m.settled_as is null
    ), written as (
      select coalesce(sum(e.debit_minor - e.credit_minor), 0) as minor from (
        -- Written when we heard of it, and counted for the day on which it was paid.
        select t.id from mpesa_receipts m join ledger_transactions t on t.tenant_id = m.tenant_id
          and t.payment_id = m.payment_id and t.kind not in ('refund', 'refund_verified')
        where m.tenant_id = ${tenantId} and m.paid_at >= ${from} and m.paid_at < ${to} and m.payment_id is not null
        union
        select t.id from ledger_transactions t
        where t.tenant_id = ${tenantId} and t.day = ${day} and t.kind not in ('refund', 'refund_verified') and not exists (
          select 1 from mpesa_receipts m where m.tenant_id = t.tenant_id and m.payment_id = t.payment_id)
      ) t join ledger_entries e on e.tenant_id = ${tenantId} and e.transaction_id = t.id and e.account = 'mpesa'
    )
    insert into mpesa_days (tenant_id, day, listed_minor, written_minor, compared_at)
    select ${tenantId}, ${day}, listed.minor, written.minor, ${now().toISOString()} from listed, written
    on conflict (tenant_id, day) do update set listed_minor = excluded.listed_minor,
      written_minor = excluded.written_minor, compared_at = excluded.compared_at`);
  recordEvent(scope, { name: "money.sorted", tenantId });
  return true;
}
