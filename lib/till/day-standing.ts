import { sql } from "drizzle-orm";
import type { Counted } from "@/db/schema/till";
import { lastCount } from "@/lib/payments/cash-at-hand";
import { localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";
import { isBlind } from "./internal/is-blind";
import { isTakings } from "./internal/is-takings";

export type ClosedDay = {
  expected: Counted;
  counted: Counted;
  differenceMinor: number;
  unverifiedMinor: number;
  unverified: number;
  note: string;
  closedBy: string | null;
  closedAt: string;
};

/** A day by the ledger: what came in and went out by tender, and what stands in the way of closing it. */
export type DayStanding = {
  day: string;
  today: string;
  expected: Counted;
  /** A drawer is open, and whoever asks may be who counts it: the cash of its days is told to nobody. */
  cashHidden: boolean;
  /** Of the cash, what came or went after the last count of a drawer, or where there is none: it is counted by hand. */
  looseMinor: number;
  unverifiedMinor: number;
  unverified: number;
  /** Of drawers that were counted that day: what was more in them than there should be; null where none was. */
  drawerDifferenceMinor: number | null;
  drawerOpen: boolean;
  openSales: number;
  openMinor: number;
  currency: string;
  closed: ClosedDay | null;
};

/** Today's unless a day is asked for. */
export async function dayStanding(scope: Scope, asked?: string): Promise<DayStanding> {
  const { tx, tenantId } = scope;
  const { timeZone } = await houseOf(scope);
  const today = localDate(now(), timeZone);
  const day = asked ?? today;
  const last = await lastCount(scope);
  const loose = last ? sql`and l.created_at > ${last.closedAt.toISOString()}` : sql``;
  const [row] = await tx.execute<Row>(sql`
    select t.currency, m.cash, m.loose, m.mpesa, m.card, m.other, m.by_hand,
      (select count(distinct p.id)::int from payments p join ledger_transactions l on l.tenant_id = p.tenant_id
          and l.payment_id = p.id and l.day = ${day}
        where p.tenant_id = t.id and p.method in ('code', 'prompt') and p.proof = 'word') as unverified,
      (select sum(d.counted_minor - d.expected_minor) from drawer_sessions d
        where d.tenant_id = t.id and d.day = ${day}) as drawer_difference,
      (select (d.opened_at at time zone t.time_zone)::date::text from drawer_sessions d
        where d.tenant_id = t.id and d.closed_at is null) as drawer_since,
      o.many as open_sales, o.owed as open_owed,
      (select json_build_object('expected', c.expected, 'counted', c.counted, 'differenceMinor', c.difference_minor,
          'unverifiedMinor', c.unverified_minor, 'unverified', c.unverified, 'note', c.note, 'closedBy', u.name,
          'closedAt', c.created_at)::text
        from day_closes c left join users u on u.id = c.closed_by
        where c.tenant_id = t.id and c.day = ${day}) as closed
    from tenants t
    cross join lateral (
      select ${sumOn("cash")} as cash, ${sumOn("cash", loose)} as loose, ${sumOn("mpesa")} as mpesa, ${sumOn("card")} as card, ${sumOn("other")} as other,
        ${sumOn("mpesa_by_hand")} as by_hand
      from ledger_transactions l join ledger_entries e on e.tenant_id = l.tenant_id and e.transaction_id = l.id
      where l.tenant_id = t.id and l.day = ${day} and ${isTakings()}
    ) m
    cross join lateral (
      select count(*)::int as many, coalesce(sum(b.owed), 0) as owed from (
        select sum(e.debit_minor - e.credit_minor) as owed from sales s
        join ledger_transactions l on l.tenant_id = s.tenant_id and l.sale_id = s.id
        join ledger_entries e on e.tenant_id = l.tenant_id and e.transaction_id = l.id and e.account = 'customers'
        where s.tenant_id = t.id and s.status = 'open' group by s.id) b
    ) o
    where t.id = ${tenantId}`);
  const hidden = !row!.closed && isBlind(row!.drawer_since, day);
  const closed = row!.closed && (JSON.parse(row!.closed) as ClosedDay);
  return {
    day,
    today,
    cashHidden: hidden,
    looseMinor: hidden ? 0 : Number(row!.loose),
    expected: {
      cash: hidden ? 0 : Number(row!.cash),
      mpesa: Number(row!.mpesa),
      card: Number(row!.card),
      other: Number(row!.other),
    },
    unverifiedMinor: Number(row!.by_hand),
    unverified: row!.unverified,
    drawerDifferenceMinor: row!.drawer_difference === null ? null : Number(row!.drawer_difference),
    drawerOpen: row!.drawer_since !== null,
    openSales: row!.open_sales,
    openMinor: Number(row!.open_owed),
    currency: row!.currency,
    closed: closed ? { ...closed, closedAt: new Date(closed.closedAt).toISOString() } : null,
  };
}

const sumOn = (account: string, which = sql``) =>
  sql`coalesce(sum(e.debit_minor - e.credit_minor) filter (where e.account = ${account} ${which}), 0)`;

type Row = Record<"cash" | "loose" | "mpesa" | "card" | "other" | "by_hand" | "open_owed" | "currency", string> & {
  unverified: number;
  drawer_difference: string | null;
  drawer_since: string | null;
  open_sales: number;
  closed: string | null;
};
