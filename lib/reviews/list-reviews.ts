import { type SQL, sql } from "drizzle-orm";
import { actorMay } from "@/lib/auth/actor-may";
import { may } from "@/lib/auth/permissions";
import { betweenDays } from "@/lib/tenancy/between-days";
import { headOf, writePosition } from "@/lib/tenancy/head";
import type { Scope } from "@/lib/tenancy/scope";
import type { ReviewsQuery } from "./input";

export type Review = {
  id: string;
  rating: number;
  words: string;
  isPublic: boolean;
  at: string;
  changedAt: string | null;
  customerName: string;
  visitId: string;
  visitAt: string;
  services: string[];
  staffNames: string[];
  answer: string;
  answeredBy: string | null;
  hidden: { reason: string; by: string | null } | null;
};

export type ReviewAverages = {
  count: number;
  average: number | null;
  unanswered: number;
  /** How many there are of each number of stars, from one to five. */
  byStars: number[];
  /** The last twelve months that have any, the latest first. */
  byMonth: { month: string; count: number; average: number }[];
  /** For who leads the house; empty for the others. */
  byStaff: { staffId: string; name: string; count: number; average: number }[];
};

export type ReviewList = { reviews: Review[]; nextCursor: string | null; averages: ReviewAverages; position: string };

const pageSize = 30;

/** Whoever serves sees what was said of their own work. */
function mine({ actor }: Scope): SQL {
  if (actor.kind !== "member" || may(actor.role, "reviews.all")) return sql``;
  return sql`and exists (select from visit_lines own where own.tenant_id = r.tenant_id and own.visit_id = r.visit_id
    and own.staff_id = ${actor.staffId}::uuid)`;
}

export async function listReviews(scope: Scope, query: ReviewsQuery): Promise<ReviewList> {
  const head = await headOf(scope);
  const [rows, averages] = await Promise.all([
    readReviews(
      scope,
      sql`${filtered(scope, query)} ${after(query.cursor)} order by r.created_at desc, r.id desc limit ${pageSize + 1}`,
    ),
    readAverages(scope, query),
  ]);
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  return {
    reviews: page,
    nextCursor: rows.length > pageSize && last ? `${last.at} ${last.id}` : null,
    averages,
    position: writePosition(head),
  };
}

/** One, or null when there is none that whoever asks may see. */
export async function getReview(scope: Scope, id: string): Promise<Review | null> {
  const [found] = await readReviews(scope, sql`and r.id = ${id}`);
  return found ?? null;
}

/** All that a filter finds, for a file. */
export const allReviews = (scope: Scope, query: ReviewsQuery): Promise<Review[]> =>
  readReviews(scope, sql`${filtered(scope, query)} order by r.created_at desc, r.id desc limit 10000`);

const filtered = ({ tenantId }: Scope, { stars, answered, staffId, from, to }: ReviewsQuery): SQL => sql`
  ${betweenDays(tenantId, sql`r.created_at`, { from, to })}
  ${stars ? sql`and r.rating = ${stars}` : sql``} ${answered === "no" ? sql`and r.answered_at is null` : sql``}
  ${
    staffId
      ? sql`and exists (select from visit_lines by_staff where by_staff.tenant_id = r.tenant_id
          and by_staff.visit_id = r.visit_id and by_staff.staff_id = ${staffId})`
      : sql``
  }`;

function after(cursor: string | undefined): SQL {
  if (!cursor) return sql``;
  const [at, id] = cursor.split(" ");
  return sql`and (r.created_at, r.id) < (${at}::timestamptz, ${id}::uuid)`;
}

type Row = Omit<Review, "hidden"> & { hiddenAt: string | null; hiddenReason: string; hiddenBy: string | null };

async function readReviews(scope: Scope, which: SQL): Promise<Review[]> {
  const rows = await scope.tx.execute<Row>(sql`
    select r.id, r.rating, r.words, r.is_public as "isPublic", r.created_at as at, r.changed_at as "changedAt",
      c.name as "customerName", r.visit_id as "visitId", v.started_at as "visitAt", r.answer, a.name as "answeredBy",
      r.hidden_at as "hiddenAt", r.hidden_reason as "hiddenReason", h.name as "hiddenBy",
      array(select l.service_name from visit_lines l where l.tenant_id = r.tenant_id and l.visit_id = r.visit_id
        order by l.position) as services,
      array(select distinct s.name from visit_lines l join staff s on s.tenant_id = l.tenant_id and s.id = l.staff_id
        where l.tenant_id = r.tenant_id and l.visit_id = r.visit_id) as "staffNames"
    from reviews r join customers c on c.tenant_id = r.tenant_id and c.id = r.customer_id
    join visits v on v.tenant_id = r.tenant_id and v.id = r.visit_id
    left join users a on a.id = r.answered_by left join users h on h.id = r.hidden_by
    where r.tenant_id = ${scope.tenantId} ${mine(scope)} ${which}`);
  return rows.map(({ hiddenAt, hiddenReason, hiddenBy, ...row }) => ({
    ...row,
    at: new Date(row.at).toISOString(),
    changedAt: row.changedAt && new Date(row.changedAt).toISOString(),
    visitAt: new Date(row.visitAt).toISOString(),
    hidden: hiddenAt ? { reason: hiddenReason, by: hiddenBy } : null,
  }));
}

type Sum = { key: string; name: string; count: number; average: string };

/** Of the days that are asked for, whatever else the list is narrowed to. */
async function readAverages(scope: Scope, asked: ReviewsQuery): Promise<ReviewAverages> {
  const { tx, tenantId, actor } = scope;
  const days = betweenDays(tenantId, sql`r.created_at`, asked);
  const leads = actor.kind === "system" || actorMay(actor, "reviews.answer");
  const [byStars, byMonth, byStaff, [open]] = await Promise.all([
    tx.execute<{ rating: number; count: number }>(sql`
      select rating, count(*)::int as count from reviews r where tenant_id = ${tenantId} ${mine(scope)} ${days} group by rating`),
    tx.execute<Sum>(sql`
      select to_char(r.created_at at time zone t.time_zone, 'YYYY-MM') as key, count(*)::int as count, avg(rating) as average
      from reviews r join tenants t on t.id = r.tenant_id where r.tenant_id = ${tenantId} ${mine(scope)} ${days}
      group by 1 order by 1 desc limit 12`),
    leads
      ? tx.execute<Sum>(sql`
          select s.id as key, s.name, (count(*) filter (where true ${days}))::int as count,
            avg(r.rating) filter (where true ${days}) as average
          from (select distinct tenant_id, visit_id, staff_id from visit_lines where tenant_id = ${tenantId}) l
          join reviews r on r.tenant_id = l.tenant_id and r.visit_id = l.visit_id
          join staff s on s.tenant_id = l.tenant_id and s.id = l.staff_id
          group by s.id, s.name
          -- Whoever is asked for stays a choice, also in days in which nothing was said of them.
          having count(*) filter (where true ${days}) > 0 ${asked.staffId ? sql`or s.id = ${asked.staffId}` : sql``}
          order by average desc, count desc, s.name`)
      : [],
    tx.execute<{ count: number }>(sql`
      select count(*)::int as count from reviews r
      where tenant_id = ${tenantId} and answered_at is null ${mine(scope)} ${days}`),
  ]);
  const counts = [1, 2, 3, 4, 5].map((stars) => byStars.find(({ rating }) => rating === stars)?.count ?? 0);
  const count = counts.reduce((sum, n) => sum + n, 0);
  return {
    count,
    average: count > 0 ? counts.reduce((sum, n, at) => sum + n * (at + 1), 0) / count : null,
    unanswered: open!.count,
    byStars: counts,
    byMonth: byMonth.map(({ key, count, average }) => ({ month: key, count, average: Number(average) })),
    byStaff: byStaff.map(({ key, name, count, average }) => ({ staffId: key, name, count, average: Number(average) })),
  };
}
