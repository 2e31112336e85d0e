import { type SQL, sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";
import type { Period } from "../rules";
import { daysNotKept, isKept } from "./kept-days";

const none = {
  earnedMinor: 0,
  vatMinor: 0,
  tipsMinor: 0,
  discountsMinor: 0,
  givenBackMinor: 0,
  mpesaMinor: 0,
  cashMinor: 0,
  cardMinor: 0,
  otherMinor: 0,
};
export type Accounts = typeof none;
type Part = keyof Accounts;
const parts = Object.keys(none) as Part[];

/** Over a transaction `l`: a customer's money, or what goes back to them; wages, expenses and the drawer's own are not. */
export const ofCustomers = sql`(l.payment_id is not null or l.refund_id is not null)`;

/** Over an entry `e` of `l`: not in a drawer that is open. */
export const isTold = (drawerSince: string | null): SQL =>
  drawerSince ? sql`(e.account <> 'cash' or l.day < ${drawerSince})` : sql`true`;

/** The columns of `day_sums`, in the order of `sumsOfDays`. */
export const sumColumns = sql`day, earned_minor, vat_minor, tips_minor, discounts_minor, given_back_minor, mpesa_minor, cash_minor,
  card_minor, other_minor`;

/**
 * A row for each of the days that `on` leaves of transactions `l`. Money that came is a debit, what was earned a credit; what
 * an account counts for is asked once for each account of a day, and not once for each entry.
 */
export const sumsOfDays = ({ tenantId }: Scope, on: SQL, told: SQL): SQL => {
  const sum = (such: SQL, minor = sql`came`) => sql`coalesce(sum(${minor}) filter (where ${such}), 0)::bigint`;
  const went = sql`-came`;
  const money = sql`('mpesa', 'mpesa_by_hand', 'cash', 'card', 'other')`;
  return sql`(
    select day, ${sum(sql`account in ('services', 'products', 'fees', 'discounts')`, went)} as earned_minor,
      ${sum(sql`account = 'vat'`, went)} as vat_minor,
      -- What is handed on to who has earned it is written apart from the sale.
      ${sum(sql`account = 'tips' and sold`, went)} as tips_minor, ${sum(sql`account = 'discounts'`)} as discounts_minor,
      ${sum(sql`account in ${money} and back`, went)} as given_back_minor,
      ${sum(sql`account in ('mpesa', 'mpesa_by_hand') and customers`)} as mpesa_minor,
      ${sum(sql`account = 'cash' and customers`)} as cash_minor, ${sum(sql`account = 'card' and customers`)} as card_minor,
      ${sum(sql`account = 'other' and customers`)} as other_minor
    from (
      select l.day, e.account, l.sale_id is not null as sold, ${ofCustomers} as customers, l.refund_id is not null as back,
        sum(e.debit_minor - e.credit_minor) as came
      from ledger_transactions l join ledger_entries e on e.tenant_id = l.tenant_id and e.transaction_id = l.id
      where l.tenant_id = ${tenantId} and ${on} and ${told} and e.account not in ('customers', 'deposits')
      group by 1, 2, 3, 4, 5
    ) accounts group by day
  )`;
};

/** The accounts of a period and of the days it is compared with, day by day; no day is in both. */
export async function accountsBy(scope: Scope, { from, to, against }: Period, drawerSince: string | null) {
  const { tx, tenantId } = scope;
  const ranges = [{ from, to }, ...(against ? [against] : [])];
  const open = daysNotKept(scope, ranges, drawerSince);
  const rows = await tx.execute<Record<"day" | Part, string>>(sql`
    select day::text as day, earned_minor as "earnedMinor", vat_minor as "vatMinor", tips_minor as "tipsMinor",
      discounts_minor as "discountsMinor", given_back_minor as "givenBackMinor", mpesa_minor as "mpesaMinor",
      cash_minor as "cashMinor", card_minor as "cardMinor", other_minor as "otherMinor"
    from (
      select ${sumColumns} from day_sums d where d.tenant_id = ${tenantId} and ${isKept(sql`d.day`, ranges, drawerSince)}
      union all
      select ${sumColumns} from ${sumsOfDays(scope, sql`l.day = any(${open})`, isTold(drawerSince))} live
    ) sums`);
  const [now, before] = [new Map<string, Accounts>(), new Map<string, Accounts>()];
  for (const { day, ...row } of rows) {
    const sums = { ...none };
    for (const part of parts) sums[part] = Number(row[part]);
    (day >= from ? now : before).set(day, sums);
  }
  return { now, before };
}

export function sumOfAccounts(all: Iterable<Accounts>): Accounts {
  const sum = { ...none };
  for (const one of all) for (const part of parts) sum[part] += one[part];
  return sum;
}
