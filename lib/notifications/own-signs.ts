import { sql } from "drizzle-orm";
import { unreadByCustomer } from "@/lib/conversations/get-thread";
import { familyOf } from "@/lib/customers/own-customer";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";

/** By what a page of the portal knows that there is something new: another mark is news. */
export type OwnSigns = {
  /** Before anything was read. */
  since: number;
  unread: number;
  /** What the house last did to a booking of theirs or of their children's. */
  booking: string;
  points: string;
};

export async function ownSigns(scope: Scope, customerId: string): Promise<OwnSigns> {
  const since = now().getTime();
  const family = `{${(await familyOf(scope, customerId)).join(",")}}`;
  const [row] = await scope.tx.execute<{ booking: string | null; points: string | null }>(sql`
    select
      (select max(at)::text from (
        select b.created_at as at from bookings b
          where b.tenant_id = ${scope.tenantId} and b.customer_id = any(${family}::uuid[]) and b.source <> 'public'
        union all select h.created_at from booking_changes h
          join bookings b on b.tenant_id = h.tenant_id and b.id = h.booking_id
          where b.tenant_id = ${scope.tenantId} and b.customer_id = any(${family}::uuid[]) and h.by_kind <> 'customer'
      ) done) as booking,
      (select e.id::text from points_entries e where e.tenant_id = ${scope.tenantId} and e.customer_id = ${customerId}
        order by e.created_at desc, e.id desc limit 1) as points`);
  const unread = await unreadByCustomer(scope, customerId);
  return { since, unread, booking: row?.booking ?? "", points: row?.points ?? "" };
}
