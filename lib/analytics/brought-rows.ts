import { type SQL, sql } from "drizzle-orm";
import { bookedAfter, codeUsed, sentBetween } from "@/lib/campaigns/sent-between";
import { localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { headOf, writePosition } from "@/lib/tenancy/head";
import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";
import type { BroughtOf } from "./brought-rules";
import { cursorOf, isoOf, pageRows, pastCursor } from "./internal/pages";
import { periodRows } from "./internal/period-rows";
import { periodOf } from "./period";
import type { BroughtRow, BroughtRowsAnswer } from "./report-answers";
import type { BroughtRowsQuery } from "./rows-input";

type Row = Omit<BroughtRow, "minor"> & { minor: string | null };

/** The messages, bookings, codes, points and places on the waitlist that a number counts, the latest first, page by page. */
export async function listBroughtRows(scope: Scope, asked: BroughtRowsQuery): Promise<BroughtRowsAnswer> {
  const { of, cursor, ...query } = asked;
  const head = await headOf(scope);
  const { currency, timeZone } = await houseOf(scope);
  const period = periodOf(query, localDate(now(), timeZone));
  const rows = await scope.tx.execute<Row>(sql`
    with page as (select * from (${rowsOf[of](scope.tenantId, periodRows([period], timeZone))}) r
      where ${pastCursor(cursor)} order by r.at desc, r.id desc limit ${pageRows + 1})
    select r.*, c.name from page r join customers c on c.tenant_id = ${scope.tenantId} and c.id = r."customerId"
    order by r.at desc, r.id desc`);
  return {
    ...{ of, period, currency },
    items: rows
      .slice(0, pageRows)
      .map(({ minor, ...row }) => ({ ...row, minor: minor === null ? null : Number(minor) })),
    nextCursor: cursorOf(rows),
    position: writePosition(head),
  };
}

type Ask = (tenantId: string, periods: SQL) => SQL;

/** `what` it was about, and what came of it where that is more than a row. */
const row = (
  id: SQL,
  customer: SQL,
  at: SQL,
  what: SQL,
  more: { booking?: SQL; minor?: SQL; points?: SQL } = {},
) => sql`
  ${id} as id, ${customer} as "customerId", ${isoOf(at)} as at, ${what} as what,
  ${more.booking ?? sql`null::uuid`} as "bookingId", ${more.minor ?? sql`null::bigint`} as minor,
  ${more.points ?? sql`null::int`} as points`;

const messages =
  (such: SQL): Ask =>
  (tenantId, periods) =>
    sql`
    select ${row(sql`w.message_id`, sql`w.customer_id`, sql`w.written_at`, sql`k.name`)}
    from (${sentBetween(tenantId, periods)}) w join campaigns k on k.tenant_id = ${tenantId} and k.id = w.campaign_id
    where ${such}`;

const onWaitlist = (tenantId: string) =>
  sql`(select s.name from services s where s.tenant_id = ${tenantId} and s.id = e.service_id)`;

const offers =
  (such: SQL): Ask =>
  (tenantId, periods) =>
    sql`
    select ${row(sql`f.booking_id`, sql`e.customer_id`, sql`f.created_at`, onWaitlist(tenantId), { booking: sql`f.booking_id` })}
    from ${periods} join waitlist_offers f on f.tenant_id = ${tenantId}
      and f.created_at >= p.starts and f.created_at < p.ends and ${such}
    join waitlist_entries e on e.tenant_id = f.tenant_id and e.id = f.entry_id`;

const rowsOf: Record<BroughtOf, Ask> = {
  sent: messages(sql`true`),
  delivered: messages(sql`w.status = 'delivered'`),
  // Whoever booked after two messages is one booking.
  campaign_bookings: (tenantId, periods) => sql`
    select ${row(sql`b.id`, sql`b.customer_id`, sql`b.created_at`, sql`string_agg(distinct k.name, ', ')`, { booking: sql`b.id` })}
    from (${sentBetween(tenantId, periods)}) w join bookings b on b.tenant_id = ${tenantId} and ${bookedAfter}
    join campaigns k on k.tenant_id = b.tenant_id and k.id = w.campaign_id
    group by b.id, b.customer_id, b.created_at`,
  redeemed: (tenantId, periods) => sql`
    select ${row(sql`w.message_id`, sql`w.customer_id`, sql`v.redeemed_at`, sql`k.name`, { minor: sql`coalesce(s.total_minor, 0)` })}
    from (${sentBetween(tenantId, periods)}) w ${codeUsed(tenantId)}
    join campaigns k on k.tenant_id = ${tenantId} and k.id = w.campaign_id`,
  referral_points: (tenantId, periods) => sql`
    select ${row(sql`e.id`, sql`e.customer_id`, sql`e.created_at`, sql`''`, { points: sql`e.points` })}
    from ${periods} join points_entries e on e.tenant_id = ${tenantId} and e.kind = 'referral'
      and e.created_at >= p.starts and e.created_at < p.ends`,
  waitlist_joined: (tenantId, periods) => sql`
    select ${row(sql`e.id`, sql`e.customer_id`, sql`e.created_at`, onWaitlist(tenantId))}
    from ${periods} join waitlist_entries e on e.tenant_id = ${tenantId}
      and e.created_at >= p.starts and e.created_at < p.ends`,
  waitlist_offered: offers(sql`true`),
  waitlist_taken: offers(sql`f.outcome = 'taken'`),
};
