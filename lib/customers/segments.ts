import { type SQL, sql } from "drizzle-orm";
import type { SegmentRule } from "@/db/schema/customer-files";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import {
  type BuiltInSegment,
  isBuiltIn,
  newDays,
  overdue,
  rhythmBounds,
  type Segment,
  soonest,
  usualRhythm,
} from "./segment-rules";

const dayMs = 86_400_000;
const ago = (days: number): string => new Date(now().getTime() - days * dayMs).toISOString();

/** Who came how often, and what they paid for it: a row for each customer who was here at all, or for the one who is named. */
export const cameBack = ({ tenantId }: Scope, customerId?: string): SQL => sql`(
  select v.customer_id, count(*)::int as visits, min(v.started_at) as first, max(v.started_at) as last,
    sum(v.paid_minor) as spent,
    (count(*) filter (where v.started_at > ${ago(183)}))::int as lately,
    coalesce(sum(v.paid_minor) filter (where v.started_at > ${ago(365)}), 0) as spent_in_year
  from visits v where v.tenant_id = ${tenantId} and v.voided_at is null
    ${customerId ? sql`and v.customer_id = ${customerId}` : sql``} group by v.customer_id)`;

type Came = Record<"visits" | "first" | "last", SQL>;
const inAll: Came = { visits: sql`s.visits`, first: sql`s.first`, last: sql`s.last` };

/** After how many days they come as a rule. Two gaps are the fewest that make one. */
const rhythmOf = ({ visits, first, last }: Came): SQL => sql`case when ${visits} >= 3
  then least(${rhythmBounds.most}::float, greatest(${rhythmBounds.least}::float,
    date_part('epoch', ${last} - ${first}) / 86400 / (${visits} - 1)))
  else ${usualRhythm}::float end`;

const overdueAfter = (days: number, times: number, came: Came): SQL =>
  sql`greatest(${days}::float, ${rhythmOf(came)} * ${times}::float)`;

/** After so many days without a visit somebody is overdue. */
export const lapsesIn = (came: Came): SQL => overdueAfter(soonest.lapsing, overdue.lapsing, came);

/** Over `s` (see cameBack). */
export const rhythm = rhythmOf(inAll);
const lapsesAfter = lapsesIn(inAll);
const lostAfter = overdueAfter(soonest.lost, overdue.lost, inAll);

/** Over `s`: for how many days they have not been here. */
const away = (): SQL => sql`date_part('epoch', ${now().toISOString()}::timestamptz - s.last) / 86400`;

/** Over `c`: whoever has booked is coming. */
const nothingBooked = (): SQL => sql`not exists (select from bookings b
  where b.tenant_id = c.tenant_id and b.customer_id = c.id and b.starts_at > ${now().toISOString()}
    and b.status in ('requested', 'held', 'confirmed'))`;

const among = (scope: Scope, which: SQL): SQL =>
  sql`c.id in (select s.customer_id from ${cameBack(scope)} s where ${which})`;

const builtInWhere: Record<BuiltInSegment, (scope: Scope) => SQL> = {
  new: () => sql`c.created_at > ${ago(newDays)} and not exists (select from visits v
    where v.tenant_id = c.tenant_id and v.customer_id = c.id and v.voided_at is null and v.started_at <= ${ago(newDays)})`,
  regular: (scope) => among(scope, sql`s.lately >= 3 and ${away()} <= ${lapsesAfter}`),
  lapsing: (scope) =>
    sql`${among(scope, sql`${away()} > ${lapsesAfter} and ${away()} <= ${lostAfter}`)} and ${nothingBooked()}`,
  lost: (scope) => sql`${among(scope, sql`${away()} > ${lostAfter}`)} and ${nothingBooked()}`,
  big_spenders: (scope) => sql`c.id in (select t.customer_id from (
    select s.customer_id, percent_rank() over (order by s.spent_in_year desc) as place
    from ${cameBack(scope)} s where s.spent_in_year > 0) t where t.place < 0.1)`,
  birthday: ({ tenantId }) => sql`left(c.birthday, 2) = (
    select to_char(${now().toISOString()}::timestamptz at time zone t.time_zone, 'MM') from tenants t where t.id = ${tenantId})`,
  no_shows: ({ tenantId }) => sql`c.id in (select b.customer_id from bookings b
    where b.tenant_id = ${tenantId} and b.status = 'no_show' and b.starts_at > ${ago(365)}
    group by b.customer_id having count(*) >= 2)`,
  vip: () => sql`c.status = 'vip'`,
};

function ruleWhere(scope: Scope, { tag, visitsAtLeast, spentAtLeastMinor, awayDays, serviceId }: SegmentRule): SQL {
  const seen = [
    ...(visitsAtLeast === undefined ? [] : [sql`s.visits >= ${visitsAtLeast}`]),
    ...(spentAtLeastMinor === undefined ? [] : [sql`s.spent >= ${spentAtLeastMinor}`]),
    ...(awayDays === undefined ? [] : [sql`s.last < ${ago(awayDays)}`]),
  ];
  const all = [
    ...(tag === undefined ? [] : [hasTag(tag)]),
    ...(seen.length === 0 ? [] : [among(scope, sql.join(seen, sql` and `))]),
    ...(serviceId === undefined
      ? []
      : [
          sql`exists (select from visits v join visit_lines l on l.tenant_id = v.tenant_id and l.visit_id = v.id
            where v.tenant_id = c.tenant_id and v.customer_id = c.id and v.voided_at is null and l.service_id = ${serviceId})`,
        ]),
  ];
  return all.length === 0 ? sql`false` : sql.join(all, sql` and `);
}

/** Over `c`: however it is written. */
export const hasTag = (tag: string): SQL =>
  sql`exists (select from unnest(c.tags) as one where lower(one) = lower(${tag}))`;

/** Over `c`, who is in a segment now. Who is archived, or may not be written to, is the caller's to leave out. */
export const segmentWhere = (scope: Scope, segment: Segment): SQL =>
  sql`(${typeof segment === "string" ? builtInWhere[segment](scope) : ruleWhere(scope, segment)})`;

/** One of ours by its name, or one of the house's own by its id; null when there is none. */
export async function findSegment({ tx, tenantId }: Scope, named: string): Promise<Segment | null> {
  if (isBuiltIn(named)) return named;
  const [own] = await tx.execute<{ rule: SegmentRule }>(
    sql`select rule from customer_segments where tenant_id = ${tenantId} and id = ${named}`,
  );
  return own?.rule ?? null;
}
