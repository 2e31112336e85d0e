import { sql } from "drizzle-orm";
import { keptOf } from "@/lib/customers/with-merged";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { newReference } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";

/** What somebody gives to friends; made when it is first asked for. */
export async function referralCodeOf({ tx, tenantId }: Scope, customerId: string): Promise<string> {
  for (;;) {
    const [known] = await tx.execute<{ code: string }>(sql`
      select code from referral_codes where tenant_id = ${tenantId} and customer_id = ${customerId}`);
    if (known) return known.code;
    // Also when the code is somebody else's already: then there is another one.
    await tx.execute(sql`
      insert into referral_codes (tenant_id, customer_id, code, created_at)
      values (${tenantId}, ${customerId}, ${newReference()}, ${now().toISOString()}) on conflict do nothing`);
  }
}

/**
 * Who booked by a friend's code is tied to that friend: once, and only who was never here: added with this
 * booking, or shown to have the number that was typed, for anybody may type the number of somebody whom the house knows from
 * a list, or from before. Not to themself, to an account
 * or an address of their own, or to who answers for them. Answers whether they are.
 */
export async function tieReferral(
  scope: Scope,
  { code, bookingId, isProven = false }: { code: string; bookingId: string; isProven?: boolean },
): Promise<boolean> {
  const { tx, tenantId } = scope;
  const [tied] = await tx.execute<{ id: string }>(sql`
    insert into referrals (tenant_id, customer_id, referrer_id, created_at)
    select b.tenant_id, c.id, r.id, ${now().toISOString()}::timestamptz
    from bookings b
    join customers c on c.tenant_id = b.tenant_id and c.id = b.customer_id
    join referral_codes k on k.tenant_id = b.tenant_id and k.code = ${code}
    join customers r on r.tenant_id = b.tenant_id and r.id = ${keptOf(sql`k.tenant_id`, sql`k.customer_id`)}
    where b.tenant_id = ${tenantId} and b.id = ${bookingId}
      and (${isProven}::boolean or c.created_at >= b.created_at - interval '10 seconds')
      and r.id <> c.id and r.archived_at is null and r.status <> 'blocked'
      and r.account_id is distinct from coalesce(c.account_id, ${none})
      and lower(r.email) is distinct from coalesce(lower(c.email), '')
      and c.guardian_id is distinct from r.id and r.guardian_id is distinct from c.id
      and not exists (select from bookings o where o.tenant_id = c.tenant_id and o.customer_id = c.id and o.id <> b.id
        and o.series_id is distinct from coalesce(b.series_id, ${none}))
      and not exists (select from visits v where v.tenant_id = c.tenant_id and v.customer_id = c.id)
      and not exists (select from sales s where s.tenant_id = c.tenant_id and s.customer_id = c.id)
    on conflict do nothing returning customer_id as id`);
  if (tied) recordEvent(scope, { name: "referral.changed", customerId: tied.id });
  return tied !== undefined;
}

/** Nobody's. */
const none = sql`'00000000-0000-0000-0000-000000000000'::uuid`;
