import { sql } from "drizzle-orm";
import { isGone } from "@/lib/customers/gone";
import { withMerged } from "@/lib/customers/with-merged";
import { recordEvent } from "@/lib/events/record-event";
import { lockSale } from "@/lib/payments/lock-sale";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { uuids } from "@/lib/platform/uuids";
import type { Scope } from "@/lib/tenancy/scope";
import { getRules, runsOut } from "./get-rules";
import { lockBalances, writePoints } from "./internal/points";
import { worthOf } from "./internal/worth";

type Referral = { referrerId: string; saleId: string | null; points: number };

/**
 * With the first visit that somebody who came by a code has paid, both sides have their points; when all of that visit goes
 * back, the points do, as far as they are there; what was spent by then
 * counts as given when another visit is paid. A friend who is gone, or is the same person by now, gets none. Safe to run again: what was given stands with the referral.
 */
export async function followReferral(scope: Scope, { saleId }: { saleId: string }): Promise<void> {
  const { tx, tenantId } = scope;
  const [about] = await tx.execute<{ customerId: string; referrerId: string }>(sql`
    select r.customer_id as "customerId", r.referrer_id as "referrerId" from sales s
    join referrals r on r.tenant_id = s.tenant_id and r.customer_id = s.customer_id
    where s.tenant_id = ${tenantId} and s.id = ${saleId}
      and not ${isGone({ tenantId: sql`r.tenant_id`, id: sql`r.referrer_id` })}`);
  const sale = about && (await lockSale(scope, saleId));
  if (!sale) return;
  const { customerId, referrerId } = about;
  const both = [customerId, referrerId];
  const balances = await lockBalances(scope, both);
  const [referral] = await tx.execute<Referral>(sql`
    select referrer_id as "referrerId", sale_id as "saleId", points from referrals
    where tenant_id = ${tenantId} and customer_id = ${customerId} for update`);
  const [{ isVisit }, rules] = await Promise.all([worthOf(scope, sale), getRules(scope)]);
  const given = referral!.saleId;
  const gives = given === null && isVisit && rules.active && rules.referralPoints > 0;
  const takes = given === saleId && !isVisit;
  if (!gives && !takes) return;
  const held = await heldBy(scope, customerId, referrerId);
  const points = gives ? rules.referralPoints : 0;
  await tx.execute(sql`
    update referrals set sale_id = ${gives ? saleId : null}, points = ${points}
    where tenant_id = ${tenantId} and customer_id = ${customerId}`);
  const expiresAt = gives ? runsOut(rules, now()) : null;
  await writePoints(
    scope,
    both
      .map((whose) => ({
        customerId: whose,
        kind: "referral" as const,
        points: gives
          ? Math.max(0, points - (held.get(whose) ?? 0))
          : -Math.min(held.get(whose) ?? referral!.points, balances.get(whose)!.points),
        // Says who came, by whom what either side has of it is found again.
        source: `referral ${customerId} ${newId()}`,
        expiresAt,
      }))
      .filter((entry) => entry.points !== 0),
  );
  recordEvent(scope, { name: "referral.changed", customerId });
}

/** What either side was given for this friend and has not given back, spent or not; of nobody who was given nothing. */
async function heldBy(scope: Scope, customerId: string, referrerId: string): Promise<Map<string, number>> {
  const [came, sent] = [await withMerged(scope, customerId), await withMerged(scope, referrerId)];
  const rows = await scope.tx.execute<{ id: string; points: number }>(sql`
    select case when customer_id = any(${uuids(came)}) then ${customerId} else ${referrerId} end as id, sum(points)::int as points
    from points_entries where tenant_id = ${scope.tenantId} and customer_id = any(${uuids([...came, ...sent])})
      and kind = 'referral' and split_part(source, ' ', 2) in (select unnest(${uuids(came)})::text) group by 1`);
  return new Map(rows.map(({ id, points }) => [id, points]));
}
