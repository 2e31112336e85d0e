import { sql } from "drizzle-orm";
import type { PointsKind, VoucherOrigin, VoucherStatus } from "@/db/schema/rewards";
import { mayBeCourted } from "@/lib/customers/consent";
import { localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import type { Scope } from "@/lib/tenancy/scope";
import { isToldBySender } from "@/lib/vouchers/rules";
import { inWishedWays, type Reached } from "./in-wished-ways";
import type { OutgoingMessage } from "./queue-message";
import type { Advertising } from "./rules";
import { rewardWords } from "./words/reward";

type Whom = Reached & { language: "en" | "sw"; house: string; time_zone: string };
type Reach = Whom & {
  slug: string;
  points: number;
  visits: number;
  reward_id: string;
  reward: string;
  by_visits: boolean;
  had: number;
};

/** Whose new points are enough for something that they were not enough for before: once for each time that it is had. */
export async function tellWithinReach(
  scope: Scope,
  changed: readonly { entryId: string; points: number }[],
): Promise<OutgoingMessage[]> {
  const ids = `{${changed
    .filter(({ points }) => points >= 0)
    .map(({ entryId }) => entryId)
    .join(",")}}`;
  const rows = await scope.tx.execute<Reach>(sql`
    select c.id as customer_id, c.phone, c.email, c.wishes, c.language, t.name as house, t.slug, t.time_zone, b.points,
      b.visits, r.id as reward_id, r.name as reward, r.points_required is null as by_visits,
      (select count(*)::int from vouchers v where v.tenant_id = r.tenant_id and v.customer_id = c.id
        and v.reward_id = r.id and v.origin = 'claimed') as had
    from points_entries e
    join customers c on c.tenant_id = e.tenant_id and c.id = e.customer_id and c.archived_at is null
    join points_balances b on b.tenant_id = e.tenant_id and b.customer_id = e.customer_id
    join tenants t on t.id = e.tenant_id
    join lateral (
      select * from rewards r where r.tenant_id = e.tenant_id and r.active and r.stock is distinct from 0
        and (r.last_day is null or r.last_day >= (${now().toISOString()}::timestamptz at time zone t.time_zone)::date)
        and num_nonnulls(r.points_required, r.visits_required) > 0
        and coalesce(r.points_required, 0) <= b.points and coalesce(r.visits_required, 0) <= b.visits
        and (r.points_required > b.points - e.points or r.visits_required > b.visits - e.visits)
      order by r.points_required desc nulls last, r.visits_required desc, r.id limit 1
    ) r on true
    where e.tenant_id = ${scope.tenantId} and e.id = any(${ids}::uuid[]) and e.kind in ('earn', 'referral', 'adjust')
      and not exists (select from reward_rules u where u.tenant_id = e.tenant_id and not u.active)
    order by e.created_at, e.id`);
  return rows.flatMap((row) =>
    asOffer(row, {
      ...rewardWords[row.language].withinReach({
        ...{ house: row.house, points: row.points, visits: row.visits, reward: row.reward, byVisits: row.by_visits },
        link: `${env().APP_URL}/portal/${row.slug}/wallet`,
      }),
      template: "reward-within-reach",
      dedupeKey: `reward-within-reach ${row.customer_id} ${row.reward_id} ${row.had}`,
    }),
  );
}

type Brought = Whom & { id: string; slug: string; points: number; balance: number };

/** Whose friend has paid a first visit: of the points that they have for it. */
export async function tellReferrer(
  scope: Scope,
  changed: readonly { entryId: string; kind: PointsKind; points: number }[],
): Promise<OutgoingMessage[]> {
  const given = changed.filter(({ kind, points }) => kind === "referral" && points > 0);
  if (given.length === 0) return [];
  const rows = await scope.tx.execute<Brought>(sql`
    select e.id, e.points, b.points as balance, c.id as customer_id, c.phone, c.email, c.wishes, c.language,
      t.name as house, t.slug, t.time_zone
    from points_entries e
    join points_balances b on b.tenant_id = e.tenant_id and b.customer_id = e.customer_id
    join customers c on c.tenant_id = e.tenant_id and c.id = e.customer_id and c.archived_at is null
    join tenants t on t.id = e.tenant_id
    where e.tenant_id = ${scope.tenantId} and e.id = any(${`{${given.map(({ entryId }) => entryId).join(",")}}`}::uuid[])
      and split_part(e.source, ' ', 2) <> e.customer_id::text
    order by e.created_at, e.id`);
  return rows.flatMap((row) =>
    asOffer(row, {
      ...rewardWords[row.language].brought({
        ...{ house: row.house, points: row.points, balance: row.balance },
        link: `${env().APP_URL}/portal/${row.slug}/wallet`,
      }),
      ...{ template: "referral-points", dedupeKey: `referral-points ${row.id}` },
    }),
  );
}

/** It would have them buy: only to who has allowed that, and with the way out of it. The sender sees to both. */
const asOffer = (
  row: Reached,
  words: Parameters<typeof inWishedWays>[1] & { template: Advertising },
): OutgoingMessage[] =>
  inWishedWays(row, words).map((message) => ({ ...message, template: words.template, purpose: "marketing" as const }));

type Told = Whom & {
  id: string;
  name: string;
  reward: string;
  code: string;
  status: VoucherStatus;
  origin: VoucherOrigin;
  expires_at: string;
  sale_id: string | null;
  may_be_courted: boolean;
};

/** Whoever took it knows of it, and whom it was sent to has read of it. */
const isNews = (origin: VoucherOrigin): boolean => origin !== "claimed" && !isToldBySender(origin);

/** Whoever is given a code hears of it, if they want to hear such things; whoever's is used hears that. */
export async function tellVoucher(
  scope: Scope,
  changed: readonly { voucherId: string; origin: VoucherOrigin; became: VoucherStatus }[],
): Promise<OutgoingMessage[]> {
  const ids = `{${changed
    .filter(({ origin, became }) => became === "redeemed" || (became === "pending" && isNews(origin)))
    .map(({ voucherId }) => voucherId)
    .join(",")}}`;
  const rows = await scope.tx.execute<Told>(sql`
    select v.id, v.name as reward, v.code, v.status, v.origin, v.expires_at, v.sale_id, c.id as customer_id,
      split_part(c.name, ' ', 1) as name, c.phone, c.email, c.wishes, c.language, t.name as house, t.time_zone,
      ${mayBeCourted()} as may_be_courted
    from vouchers v
    join customers c on c.tenant_id = v.tenant_id and c.id = v.customer_id and c.archived_at is null
    join tenants t on t.id = v.tenant_id
    where v.tenant_id = ${scope.tenantId} and v.id = any(${ids}::uuid[]) order by v.created_at, v.id`);
  return rows.flatMap((row) => {
    const words = rewardWords[row.language];
    const { id, house, reward } = row;
    if (row.status === "redeemed")
      return inWishedWays(row, {
        ...words.used({ house, reward }),
        ...{ template: "voucher-used", dedupeKey: `voucher-used ${id} ${row.sale_id}` },
      });
    if (row.status !== "pending" || !isNews(row.origin) || !row.may_be_courted) return [];
    const until = localDate(new Date(row.expires_at), row.time_zone);
    const birthday = row.origin === "birthday";
    return asOffer(row, {
      ...words.given({ house, reward, until, birthday, name: row.name, code: row.code }),
      ...{ template: "voucher-given", dedupeKey: `voucher-given ${id}` },
    });
  });
}
