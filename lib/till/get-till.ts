import { sql } from "drizzle-orm";
import type { Counted } from "@/db/schema/till";
import { isOwn } from "@/lib/payments/own-request";
import { localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { headOf, writePosition } from "@/lib/tenancy/head";
import type { Scope } from "@/lib/tenancy/scope";
import { isBlind } from "./internal/is-blind";
import { isTakings } from "./internal/is-takings";
import { type SaleItem, saleItems } from "./internal/sale-items";

export type { SaleItem } from "./internal/sale-items";

export type AskedRefund = {
  id: string;
  saleId: string;
  number: number;
  amountMinor: number;
  method: string;
  note: string;
  askedBy: string | null;
  /** Whoever looks at it asked for it, and somebody else decides. */
  own: boolean;
};

export type OpenDrawer = {
  id: string;
  floatMinor: number;
  openedAt: string;
  openedBy: string | null;
  moves: { id: string; kind: "in" | "out"; amountMinor: number; reason: string; who: string | null; at: string }[];
};

export type CountedDrawer = {
  id: string;
  countedMinor: number;
  expectedMinor: number;
  note: string;
  countedBy: string | null;
  closedAt: string;
};

/** One day at the till. */
export type TillDay = {
  day: string;
  today: string;
  currency: string;
  /** From whichever day. */
  open: SaleItem[];
  /** Begun that day and done. */
  done: SaleItem[];
  /** More were done than are listed. */
  more: boolean;
  /** What came in by tender, less what was given back. */
  came: Omit<Counted, "cash"> & {
    /** Null while a drawer is open: it is counted without knowing. */
    cash: number | null;
    unverified: number;
  };
  drawer: OpenDrawer | null;
  counted: CountedDrawer[];
  refunds: AskedRefund[];
  closed: { differenceMinor: number; closedBy: string | null; closedAt: string } | null;
  /** Days before today with money in the ledger that nobody has closed. */
  unclosed: string[];
  position: string;
};

const mostDone = 100;
const unclosedDays = 31;

/** In so many statements whatever there is. */
export async function getTill(scope: Scope, asked?: string): Promise<TillDay> {
  const { tx, tenantId } = scope;
  const [head, [house]] = await Promise.all([
    headOf(scope),
    tx.execute<{ currency: string; time_zone: string }>(sql`
      select currency, time_zone from tenants where id = ${tenantId}`),
  ]);
  const today = localDate(now(), house!.time_zone);
  const day = asked ?? today;
  const within = sql`(s.created_at at time zone ${house!.time_zone})::date = ${day}::date
    and s.created_at between ${day}::date - interval '2 days' and ${day}::date + interval '3 days'`;
  const [open, done, [rest]] = await Promise.all([
    saleItems(scope, sql`s.status = 'open'`, 200),
    saleItems(scope, sql`s.status <> 'open' and ${within}`, mostDone + 1),
    tx.execute<{ rest: string }>(sql`select json_build_object(
      'came', (select json_build_object(
          'cash', ${on("cash")}, 'mpesa', ${on("mpesa")}, 'card', ${on("card")}, 'other', ${on("other")},
          'unverified', ${on("mpesa_by_hand")})
        from ledger_transactions l join ledger_entries e on e.tenant_id = l.tenant_id and e.transaction_id = l.id
        where l.tenant_id = ${tenantId} and l.day = ${day} and ${isTakings()}),
      'drawer', (select json_build_object('id', d.id, 'floatMinor', d.float_minor, 'openedAt', d.opened_at,
          'openedBy', u.name, 'moves', (select coalesce(json_agg(json_build_object('id', m.id, 'kind', m.kind,
              'amountMinor', m.amount_minor, 'reason', m.reason, 'who', w.name, 'at', m.created_at)
              order by m.created_at, m.id), '[]')
            from drawer_moves m left join users w on w.id = m.by_user_id
            where m.tenant_id = d.tenant_id and m.session_id = d.id))
        from drawer_sessions d left join users u on u.id = d.opened_by
        where d.tenant_id = ${tenantId} and d.closed_at is null),
      'counted', (select coalesce(json_agg(json_build_object('id', d.id, 'countedMinor', d.counted_minor,
          'expectedMinor', d.expected_minor, 'note', d.note, 'countedBy', u.name, 'closedAt', d.closed_at)
          order by d.closed_at), '[]')
        from drawer_sessions d left join users u on u.id = d.closed_by
        where d.tenant_id = ${tenantId} and d.day = ${day}),
      'refunds', (select coalesce(json_agg(json_build_object('id', r.id, 'saleId', s.id, 'number', s.number,
          'amountMinor', r.amount_minor, 'method', r.method, 'note', r.note, 'askedBy', u.name,
          'own', ${isOwn(scope, sql`r.by_user_id`)}) order by r.created_at, r.id), '[]')
        from refunds r join sales s on s.tenant_id = r.tenant_id and s.id = r.sale_id
        left join users u on u.id = r.by_user_id
        where r.tenant_id = ${tenantId} and r.status = 'asked'),
      'closed', (select json_build_object('differenceMinor', c.difference_minor, 'closedBy', u.name,
          'closedAt', c.created_at)
        from day_closes c left join users u on u.id = c.closed_by where c.tenant_id = ${tenantId} and c.day = ${day}),
      'unclosed', (select coalesce(json_agg(d.day order by d.day desc), '[]') from (
          select distinct l.day from ledger_transactions l where l.tenant_id = ${tenantId}
            and l.day between ${today}::date - ${unclosedDays}::int and ${today}::date - 1
            and not exists (select from day_closes c where c.tenant_id = l.tenant_id and c.day = l.day)) d)
      )::text as rest`),
  ]);
  const found = JSON.parse(rest!.rest) as Pick<TillDay, "drawer" | "counted" | "refunds" | "closed" | "unclosed"> & {
    came: Record<keyof TillDay["came"], number>;
  };
  const since = found.drawer && localDate(new Date(found.drawer.openedAt), house!.time_zone);
  return {
    day,
    today,
    currency: house!.currency,
    open,
    done: done.slice(0, mostDone),
    more: done.length > mostDone,
    ...found,
    came: { ...found.came, cash: isBlind(since, day) && !found.closed ? null : found.came.cash },
    position: writePosition(head),
  };
}

const on = (account: string) =>
  sql`coalesce(sum(e.debit_minor - e.credit_minor) filter (where e.account = ${account}), 0)`;
