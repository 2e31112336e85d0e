import type { TransactionSql } from "postgres";
import { addDays, localDate } from "@/lib/platform/calendar";
import { pointsFor } from "@/lib/rewards/reckon";
import { usualRules } from "@/lib/rewards/rules";
import { serviceIdOf, tenantIdOf } from "./base";
import type { DemoBusiness } from "./businesses";
import { productIdOf } from "./products";
import { insertRows } from "./rows";
import { demoId, demoReference } from "./stable";
import { clock } from "./wall-clock";

const shilling = 100;
const yearMs = 365 * 86_400_000;
const dayMs = 86_400_000;

type Row = Record<string, unknown>;
const nothing = { percent: null, amount_minor: null, points_required: null, visits_required: null };
/** What a salon gives for coming back; the last two only by hand. */
const offered = [
  { key: "300-off", name: "KES 300 off", kind: "discount", amount_minor: 300 * shilling, points_required: 30 },
  { key: "tenth-off", name: "10% off any service", kind: "discount", percent: 10, points_required: 40 },
  { key: "manicure", name: "Free gel manicure", kind: "free_service", points_required: 120, service: "gel-manicure" },
  { key: "shea", name: "Shea butter", kind: "gift", visits_required: 3, stock: 20, product: "shea-butter" },
  { key: "500-back", name: "KES 500 back", kind: "cashback", amount_minor: 500 * shilling, points_required: 60 },
  { key: "birthday", name: "Birthday: 10% off", kind: "discount", percent: 10 },
  { key: "miss-you", name: "We miss you: 15% off", kind: "discount", percent: 15 },
] as const;
type Key = (typeof offered)[number]["key"];

const rewardOf = ({ slug }: DemoBusiness, key: Key) => demoId(`reward/${slug}/${key}`);

/** Points for every sale that is paid, whenever that was; and once what they are good for and what was made of them. */
export async function seedRewards(sql: TransactionSql, business: DemoBusiness, today: string, now: Date) {
  const tenantId = tenantIdOf(business);
  const [owner] = await sql<{ id: string }[]>`select id from users where email = ${`owner@${business.slug}.test`}`;
  if (!owner) return;
  const fresh = await layOut(sql, business, today, now);
  await earn(sql, tenantId);
  if (fresh) await scenes(sql, business, owner.id, now);
}

async function layOut(sql: TransactionSql, business: DemoBusiness, today: string, now: Date): Promise<boolean> {
  const tenant_id = tenantIdOf(business);
  const opened = new Date(now.getTime() - 40 * dayMs);
  const added = await insertRows(
    sql,
    "rewards",
    offered.map(({ key, ...one }) => {
      const { service, stock, product, ...columns } = {
        service: undefined,
        stock: undefined,
        product: undefined,
        ...one,
      } as Row;
      return {
        ...{ tenant_id, id: rewardOf(business, key), ...nothing, ...columns, description: "", currency: "KES" },
        product_id: product ? productIdOf(business, String(product)) : null,
        service_ids: service ? [serviceIdOf(business, String(service))] : [],
        ...{ stock: stock ?? null, valid_days: 90, active: true, created_at: opened },
      };
    }),
  );
  if (added.size === 0) return false;
  const next = addDays(today, 1);
  await sql`insert into reward_rules (tenant_id, expires_after_days, birthday_reward_id, birthday_next)
    values (${tenant_id}, 365, ${rewardOf(business, "birthday")}, ${next}) on conflict do nothing`;
  await insertRows(sql, "due", [
    {
      ...{ tenant_id, id: demoId(`birthdays/${business.slug}`), kind: "look_at_birthdays", payload: { day: next } },
      ...{ due_at: clock(next, 540, business.timeZone), created_at: now },
    },
  ]);
  return true;
}

type Paid = { id: string; customerId: string; at: Date; isVisit: boolean; lines: string };

/** What the reaction would have written of each sale that is paid and has none. */
async function earn(sql: TransactionSql, tenant_id: string): Promise<void> {
  const sales = await sql<Paid[]>`
    select s.id, s.customer_id as "customerId", s.closed_at as at, bool_or(l.service_id is not null) as "isVisit",
      json_agg(l.quantity * l.unit_minor - l.discount_minor order by l.position)::text as lines
    from sales s join sale_lines l on l.tenant_id = s.tenant_id and l.sale_id = s.id
    where s.tenant_id = ${tenant_id} and s.status = 'closed' and s.customer_id is not null
      and not exists (select from points_entries e where e.tenant_id = s.tenant_id and e.sale_id = s.id)
    group by s.tenant_id, s.id order by s.closed_at, s.id`;
  const rows = sales.map(({ id, customerId, at, isVisit, lines }) => {
    const lefts = JSON.parse(lines) as number[];
    const kept = lefts.reduce((sum, left) => sum + left, 0);
    const { minorPerPoint } = usualRules;
    const points = pointsFor(
      lefts.map((leftMinor) => ({ leftMinor, minorPerPoint })),
      kept,
    );
    return {
      ...{ tenant_id, id: demoId(`points/${id}`), customer_id: customerId, kind: "earn", points, sale_id: id },
      ...{ visits: isVisit && kept > 0 ? 1 : 0, source: `sale ${id} 0`, base_minor: kept, reason: "" },
      ...{ expires_at: new Date(at.getTime() + yearMs), created_at: at },
    };
  });
  await insertRows(
    sql,
    "points_entries",
    rows.filter(({ points, visits }) => points !== 0 || visits !== 0),
  );
}

/** Codes that wait, one that was used, birthdays, somebody who was missed, and a friend who came. */
async function scenes(sql: TransactionSql, business: DemoBusiness, ownerId: string, now: Date): Promise<void> {
  const tenantId = tenantIdOf(business);
  const codeOf = (name: string) => `${demoReference(name).slice(0, 4)}-${demoReference(`${name} end`).slice(0, 4)}`;
  const vouchers: Row[] = [];
  const entries: Row[] = [];
  const give = (key: Key, customerId: string, at: Date, more: Row = {}) => {
    const reward: Row = { ...nothing, ...offered.find((one) => one.key === key)! };
    const id = demoId(`voucher/${key}/${customerId}`);
    const claimed = (more.origin ?? "claimed") === "claimed";
    const [points, visits] = claimed ? [reward.points_required ?? 0, reward.visits_required ?? 0] : [0, 0];
    vouchers.push({
      ...{ tenant_id: tenantId, id, reward_id: rewardOf(business, key), customer_id: customerId, code: codeOf(id) },
      ...{ status: "pending", origin: "claimed", name: reward.name, kind: reward.kind, percent: reward.percent },
      ...{ amount_minor: reward.amount_minor, service_ids: [], points, visits, reason: "", cause: null, off_minor: 0 },
      ...{ expires_at: new Date(at.getTime() + 90 * dayMs), created_at: at, sale_id: null, redeemed_at: null },
      ...{ by_user_id: claimed ? null : ownerId, ...more },
    });
    if (claimed)
      entries.push({
        ...{ tenant_id: tenantId, id: demoId(`points/${id}`), customer_id: customerId, kind: "redeem", reason: "" },
        ...{
          points: -Number(points),
          visits: -Number(visits),
          source: `voucher ${id}`,
          voucher_id: id,
          created_at: at,
        },
      });
  };
  const rich = await sql<{ id: string; points: number; visits: number }[]>`
    select b.customer_id as id, b.points, b.visits from points_balances b
    join customers c on c.tenant_id = b.tenant_id and c.id = b.customer_id
    where b.tenant_id = ${tenantId} and c.phone is not null order by b.points desc, c.id limit 12`;
  const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
  const [first, second, third, fourth, missed] = rich;
  if (first && first.points >= 60) give("500-back", first.id, hoursAgo(30));
  if (second && second.points >= 30) give("300-off", second.id, hoursAgo(5));
  if (third && third.points >= 40) give("tenth-off", third.id, hoursAgo(52));
  const patient = rich.find(({ visits }) => visits >= 3);
  const last = patient && (await lastSale(sql, tenantId, patient.id));
  // Handed over with the last sale, of which it took nothing.
  if (patient && last)
    give("shea", patient.id, last.at, { status: "redeemed", sale_id: last.id, redeemed_at: last.at });
  const wishes = await sql<{ id: string; customerId: string; at: Date; off: string }[]>`
    select id, customer_id as "customerId", closed_at as at, discount_minor as off from sales
    where tenant_id = ${tenantId} and status = 'closed' and discount_reason = 'Birthday' and customer_id is not null
      and id <> ${last?.id ?? tenantId} order by closed_at`;
  for (const { id, customerId, at, off } of wishes)
    give("birthday", customerId, at, {
      ...{ origin: "birthday", status: "redeemed", sale_id: id, redeemed_at: at, off_minor: Number(off) },
      cause: `birthday ${customerId} ${localDate(at, business.timeZone).slice(0, 4)}`,
    });
  if (missed) give("miss-you", missed.id, hoursAgo(70), { origin: "given", reason: "Not here for three months" });
  if (fourth) await friend(sql, tenantId, fourth.id, entries, hoursAgo(20 * 24));
  await insertRows(sql, "vouchers", vouchers);
  await insertRows(sql, "points_entries", entries);
  // What was claimed of it is gone from the shelf of rewards.
  await sql`update rewards r set stock = r.stock - (select count(*) from vouchers v where v.tenant_id = r.tenant_id
      and v.reward_id = r.id) where r.tenant_id = ${tenantId} and r.id = ${rewardOf(business, "shea")}`;
}

async function lastSale(sql: TransactionSql, tenantId: string, customerId: string) {
  const [row] = await sql<{ id: string; at: Date }[]>`
    select id, closed_at as at from sales where tenant_id = ${tenantId} and customer_id = ${customerId}
      and status = 'closed' and discount_minor = 0 order by closed_at desc limit 1`;
  return row;
}

/** Somebody came by a friend's code, and both have their points for it. */
async function friend(sql: TransactionSql, tenantId: string, referrerId: string, entries: Row[], at: Date) {
  const [came] = await sql<{ id: string; saleId: string; at: Date }[]>`
    select c.id, min(s.id::text) as "saleId", min(s.closed_at) as at from customers c
    join sales s on s.tenant_id = c.tenant_id and s.customer_id = c.id and s.status = 'closed'
    where c.tenant_id = ${tenantId} and c.id <> ${referrerId} and c.phone is not null and c.guardian_id is null
    group by c.id having count(*) = 1 order by min(s.closed_at), c.id limit 1`;
  if (!came) return;
  const points = usualRules.referralPoints;
  await insertRows(sql, "referral_codes", [
    { tenant_id: tenantId, customer_id: referrerId, code: demoReference(`referral ${referrerId}`), created_at: at },
  ]);
  await insertRows(sql, "referrals", [
    {
      ...{ tenant_id: tenantId, customer_id: came.id, referrer_id: referrerId, sale_id: came.saleId, points },
      created_at: new Date(came.at.getTime() - dayMs),
    },
  ]);
  for (const whose of [came.id, referrerId])
    entries.push({
      ...{ tenant_id: tenantId, id: demoId(`referral/${whose}`), customer_id: whose, kind: "referral", reason: "" },
      ...{
        points,
        visits: 0,
        source: `referral ${came.id} ${demoId(`referral/${whose}`)}`,
        voucher_id: null,
        created_at: came.at,
      },
    });
}
