import { sql } from "drizzle-orm";
import type { RewardKind, VoucherStatus } from "@/db/schema/rewards";
import { localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";
import { getRules } from "./get-rules";
import { readRewards } from "./internal/reward";
import { listPoints, type PointsPage, pointsStanding, type Standing } from "./list-points";
import { isForClaiming, missing, progress } from "./rules";
import { referralCodeOf } from "./tie-referral";

export type WalletReward = {
  id: string;
  name: string;
  description: string;
  kind: RewardKind;
  pointsRequired: number | null;
  visitsRequired: number | null;
  validDays: number;
  lastDay: string | null;
  services: string[];
  /** From 0 to 1, and what is still missing. */
  progress: number;
  missing: { points: number; visits: number };
};
export type WalletVoucher = {
  code: string;
  name: string;
  kind: RewardKind;
  status: VoucherStatus;
  at: string;
};
export type Wallet = {
  active: boolean;
  minorPerPoint: number;
  currency: string;
  standing: Standing;
  rewards: WalletReward[];
  /** `at`: until when it can be used, or when it was. */
  vouchers: WalletVoucher[];
  history: PointsPage;
  referral: { code: string; points: number; friends: { firstName: string | null; counts: boolean }[] };
};

/** All that a customer holds here; asked by that customer alone. */
export async function getWallet(scope: Scope, customerId: string, cursor?: string): Promise<Wallet> {
  const rules = await getRules(scope);
  const { timeZone, currency } = await houseOf(scope);
  const today = localDate(now(), timeZone);
  const code = await referralCodeOf(scope, customerId);
  const [standing, rewards, names, vouchers, history, friends] = await Promise.all([
    pointsStanding(scope, customerId),
    readRewards(
      scope,
      sql`r.active and (r.last_day is null or r.last_day >= ${today}) and r.stock is distinct from 0
        order by r.points_required nulls last, r.visits_required, r.name, r.id`,
    ),
    serviceNames(scope),
    ownVouchers(scope, customerId),
    listPoints(scope, customerId, cursor),
    whoCame(scope, customerId),
  ]);
  const { active, minorPerPoint, referralPoints } = rules;
  return {
    ...{ active, minorPerPoint, currency, standing, vouchers, history },
    rewards: active
      ? rewards.filter(isForClaiming).map(({ serviceIds, ...reward }) => ({
          ...{ id: reward.id, name: reward.name, description: reward.description, kind: reward.kind },
          ...{ pointsRequired: reward.pointsRequired, visitsRequired: reward.visitsRequired },
          ...{ validDays: reward.validDays, lastDay: reward.lastDay },
          services: serviceIds.flatMap((id) => names.get(id) ?? []),
          progress: progress(standing, reward),
          missing: missing(standing, reward),
        }))
      : [],
    referral: { code, points: active ? referralPoints : 0, friends },
  };
}

async function serviceNames({ tx, tenantId }: Scope): Promise<Map<string, string>> {
  const rows = await tx.execute<{ id: string; name: string }>(sql`
    select id, name from services where tenant_id = ${tenantId}`);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

const mostShown = 30;

/** Those that can be used, the one that runs out first at the top; then what became of the last others. */
async function ownVouchers({ tx, tenantId }: Scope, customerId: string): Promise<WalletVoucher[]> {
  const rows = await tx.execute<WalletVoucher>(sql`
    select code, name, kind, case when status = 'pending' and expires_at <= ${now().toISOString()} then 'expired' else status end as status,
      coalesce(redeemed_at, ended_at, expires_at) as at
    from vouchers where tenant_id = ${tenantId} and customer_id = ${customerId}
    order by status <> 'pending', case when status = 'pending' then expires_at end, created_at desc limit ${mostShown}`);
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }));
}

/**
 * First names only, as they were typed with the booking: the friends have not asked to be seen, and what the house calls
 * whoever has that number is not told to who gave a code away. Null where nothing was typed.
 */
async function whoCame({ tx, tenantId }: Scope, customerId: string) {
  const rows = await tx.execute<{ firstName: string; counts: boolean }>(sql`
    select nullif(split_part(trim(b.typed), ' ', 1), '') as "firstName", r.sale_id is not null as counts
    from referrals r join customers c on c.tenant_id = r.tenant_id and c.id = r.customer_id
    left join lateral (
      select coalesce((select h.booked_as from booking_handovers h where h.tenant_id = b.tenant_id and h.booking_id = b.id
        order by h.created_at limit 1), b.booked_as)->>'name' as typed
      from bookings b where b.tenant_id = r.tenant_id and b.customer_id = r.customer_id and b.created_at <= r.created_at
      order by b.created_at desc, b.id limit 1) b on true
    where r.tenant_id = ${tenantId} and r.referrer_id = ${customerId} order by r.created_at desc, c.id limit ${mostShown}`);
  return [...rows];
}
