import { type SQL, sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";
import type { Days, Period, Step } from "../rules";
import { earnedOn } from "./revenue-parts";

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

/** Over a transaction `l`: a customer's money, or what goes back to them; wages, expenses and the drawer's own are not. */
export const ofCustomers = sql`(l.payment_id is not null or l.refund_id is not null)`;

/** Over an entry `e` of `l`: not in a drawer that is open. */
export const isTold = (drawerSince: string | null): SQL =>
  drawerSince ? sql`(e.account <> 'cash' or l.day < ${drawerSince})` : sql`true`;

/** The accounts of a period and of the days it is compared with, by the first day of each step. */
export async function accountsBy(scope: Scope, period: Period, by: Step, drawerSince: string | null) {
  const { tx, tenantId } = scope;
  const { from, to, against } = period;
  const came = (...accounts: string[]) => sql`coalesce(sum(e.debit_minor - e.credit_minor)
    filter (where e.account in (${sql.join(
      accounts.map((account) => sql`${account}`),
      sql`, `,
    )}) and ${ofCustomers} and ${isTold(drawerSince)}), 0)`;
  const owed = (such: SQL) => sql`coalesce(sum(e.credit_minor - e.debit_minor) filter (where ${such}), 0)`;
  const sums = (days: Days, now: SQL) => sql`
    select ${now} as now, greatest(date_trunc(${by}, l.day::timestamp)::date, ${days.from}::date)::text as first,
      ${owed(sql`e.account in ${earnedOn}`)} as "earnedMinor",
      ${owed(sql`e.account = 'vat'`)} as "vatMinor",
      -- What is handed on to who has earned it is written apart from the sale.
      ${owed(sql`e.account = 'tips' and l.sale_id is not null`)} as "tipsMinor",
      -${owed(sql`e.account = 'discounts'`)} as "discountsMinor",
      ${owed(sql`e.account in ('mpesa', 'mpesa_by_hand', 'cash', 'card', 'other') and l.refund_id is not null
        and ${isTold(drawerSince)}`)} as "givenBackMinor",
      ${came("mpesa", "mpesa_by_hand")} as "mpesaMinor", ${came("cash")} as "cashMinor", ${came("card")} as "cardMinor",
      ${came("other")} as "otherMinor"
    from ledger_transactions l join ledger_entries e on e.tenant_id = l.tenant_id and e.transaction_id = l.id
    where l.tenant_id = ${tenantId} and l.day between ${days.from} and ${days.to}
    group by 2`;
  const rows = await tx.execute<Record<keyof Accounts, string> & { now: boolean; first: string }>(
    against
      ? sql`${sums({ from, to }, sql`true`)} union all ${sums(against, sql`false`)}`
      : sums({ from, to }, sql`true`),
  );
  const read = (now: boolean) =>
    new Map(rows.filter((row) => row.now === now).map((row) => [row.first, numbersOf(row)] as const));
  return { now: read(true), before: read(false) };
}

const keys = Object.keys(none) as (keyof Accounts)[];

const eachOf = (minor: (key: keyof Accounts) => number): Accounts =>
  Object.fromEntries(keys.map((key) => [key, minor(key)])) as Accounts;

const numbersOf = (row: Record<keyof Accounts, string>): Accounts => eachOf((key) => Number(row[key]));

export const sumOfAccounts = (all: Iterable<Accounts>): Accounts => {
  const each = [...all];
  return eachOf((key) => each.reduce((sum, one) => sum + one[key], 0));
};
