import { type SQL, sql } from "drizzle-orm";
import { addDays, startOfDay } from "@/lib/platform/calendar";
import type { Scope } from "@/lib/tenancy/scope";
import type { RevenueRowsQuery } from "../input";
import type { Days, Method, RowKind } from "../rules";
import { isTold, ofCustomers } from "./accounts-by";
import { revenueParts } from "./revenue-parts";

type About = { timeZone: string; drawerSince: string | null };

/** The rows of a number: what of, on which day and how much. */
export function rowsOf(scope: Scope, days: Days, asked: RevenueRowsQuery, about: About): SQL {
  const { kind, method } = asked;
  if (method) return entriesOf(scope, days, paidOn(accountsOf[method], about), came);
  if (kind === "sales" || kind === "owed") return salesOf(scope, days, kind, about);
  return !kind || kind === "fee" ? earnedBy(scope, days, asked) : entriesOf(scope, days, ...ofKind(kind, about));
}

/** Whatever is of neither sale nor booking is one row a day. */
const nobody = "00000000-0000-0000-0000-000000000000";

function earnedBy(scope: Scope, days: Days, asked: RevenueRowsQuery): SQL {
  const { service, product, staff, category, kind } = asked;
  return sql`(
    select p.day, coalesce(p.sale_id, p.booking_id, ${nobody}) as id, p.sale_id, p.booking_id, sum(p.minor) as minor
    from ${revenueParts(scope, sql`l.day between ${days.from} and ${days.to}`)} p
    where true ${service ? sql`and p.service_id = ${service}` : sql``} ${product ? sql`and p.product_id = ${product}` : sql``}
      ${staff === "none" ? sql`and p.staff_id is null` : staff ? sql`and p.staff_id = ${staff}` : sql``}
      ${kind ? sql`and p.kind = ${kind}` : sql``}
      ${category ? sql`and p.service_id in (select v.id from services v where v.tenant_id = ${scope.tenantId} and v.category = ${category})` : sql``}
    group by 1, 2, 3, 4 having sum(p.minor) <> 0)`;
}

const accountsOf: Record<Method, SQL> = {
  mpesa: sql`('mpesa', 'mpesa_by_hand')`,
  cash: sql`('cash')`,
  card: sql`('card')`,
  other: sql`('other')`,
};
const all = sql`('mpesa', 'mpesa_by_hand', 'cash', 'card', 'other')`;

const came = sql`e.debit_minor - e.credit_minor`;
const went = sql`e.credit_minor - e.debit_minor`;
const paidOn = (accounts: SQL, { drawerSince }: About) =>
  sql`e.account in ${accounts} and ${ofCustomers} and ${isTold(drawerSince)}`;

function ofKind(kind: Exclude<RowKind, "fee" | "sales" | "owed">, about: About): [SQL, SQL] {
  switch (kind) {
    case "vat":
      return [sql`e.account = 'vat'`, went];
    case "tips":
      return [sql`e.account = 'tips' and l.sale_id is not null`, went];
    case "discounts":
      return [sql`e.account = 'discounts'`, came];
    case "paid":
      return [paidOn(all, about), came];
    case "back":
      return [sql`${paidOn(all, about)} and l.refund_id is not null`, went];
  }
}

const entriesOf = ({ tenantId }: Scope, { from, to }: Days, such: SQL, minor: SQL): SQL => sql`(
  select l.day, l.id, l.sale_id, l.booking_id, sum(${minor}) as minor
  from ledger_transactions l join ledger_entries e on e.tenant_id = l.tenant_id and e.transaction_id = l.id
  where l.tenant_id = ${tenantId} and l.day between ${from} and ${to} and ${such}
  group by 1, 2, 3, 4 having sum(${minor}) <> 0)`;

/** Those that were made in these days, with what they came to, or what of it is not paid yet. */
const salesOf = ({ tenantId }: Scope, { from, to }: Days, kind: "sales" | "owed", { timeZone }: About): SQL => sql`(
  select (s.created_at at time zone ${timeZone})::date as day, s.id, s.id as sale_id, s.booking_id,
    ${kind === "sales" ? sql`s.total_minor` : owedBy} as minor
  from sales s where s.tenant_id = ${tenantId} and s.status ${kind === "sales" ? sql`<> 'voided'` : sql`= 'open'`}
    and s.created_at >= ${startOfDay(from, timeZone).toISOString()}
    and s.created_at < ${startOfDay(addDays(to, 1), timeZone).toISOString()})`;

const owedBy = sql`(select coalesce(sum(e.debit_minor - e.credit_minor), 0) from ledger_transactions l
  join ledger_entries e on e.tenant_id = l.tenant_id and e.transaction_id = l.id and e.account = 'customers'
  where l.tenant_id = s.tenant_id and l.sale_id = s.id)`;
