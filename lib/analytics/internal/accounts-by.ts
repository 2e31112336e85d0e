import { type SQL, sql } from "drizzle-orm";
import type { LedgerAccount } from "@/db/schema/ledger";
import type { Scope } from "@/lib/tenancy/scope";
import type { Period } from "../rules";

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

/** Over a transaction `l`: a customer's money, or what goes back to them; wages, expenses and the drawer's own are not. */
export const ofCustomers = sql`(l.payment_id is not null or l.refund_id is not null)`;

/** Over an entry `e` of `l`: not in a drawer that is open. */
export const isTold = (drawerSince: string | null): SQL =>
  drawerSince ? sql`(e.account <> 'cash' or l.day < ${drawerSince})` : sql`true`;

type Row = { day: string; account: LedgerAccount; sold: boolean; customers: boolean; back: boolean; minor: string };

/**
 * The accounts of a period and of the days it is compared with, day by day; no day is in both. One sum for each account of each
 * day: what it counts for is said here, and not once for each entry.
 */
export async function accountsBy({ tx, tenantId }: Scope, { from, to, against }: Period, drawerSince: string | null) {
  const within = against
    ? sql`(l.day between ${from} and ${to} or l.day between ${against.from} and ${against.to})`
    : sql`l.day between ${from} and ${to}`;
  const rows = await tx.execute<Row>(sql`
    select l.day::text as day, e.account, l.sale_id is not null as sold, ${ofCustomers} as customers,
      l.refund_id is not null as back, sum(e.debit_minor - e.credit_minor) as minor
    from ledger_transactions l join ledger_entries e on e.tenant_id = l.tenant_id and e.transaction_id = l.id
    where l.tenant_id = ${tenantId} and ${within} and ${isTold(drawerSince)} and e.account not in ('customers', 'deposits')
    group by l.day, 2, 3, 4, 5`);
  const [now, before] = [new Map<string, Accounts>(), new Map<string, Accounts>()];
  for (const row of rows) {
    const days = row.day >= from ? now : before;
    const day = days.get(row.day) ?? { ...none };
    for (const [part, minor] of countsFor(row)) day[part] += minor;
    days.set(row.day, day);
  }
  return { now, before };
}

/** Money that came is a debit, what was earned a credit. */
function countsFor({ account, sold, customers, back, minor }: Row): [Part, number][] {
  const came = Number(minor);
  const part = methodOf[account];
  if (part)
    return customers ? [[part, came], ...(back ? [["givenBackMinor", -came] satisfies [Part, number]] : [])] : [];
  switch (account) {
    case "discounts":
      return [
        ["earnedMinor", -came],
        ["discountsMinor", came],
      ];
    case "services":
    case "products":
    case "fees":
      return [["earnedMinor", -came]];
    case "vat":
      return [["vatMinor", -came]];
    case "tips":
      // What is handed on to who has earned it is written apart from the sale.
      return sold ? [["tipsMinor", -came]] : [];
    default:
      return [];
  }
}

const methodOf: Partial<Record<LedgerAccount, Part>> = {
  mpesa: "mpesaMinor",
  mpesa_by_hand: "mpesaMinor",
  cash: "cashMinor",
  card: "cardMinor",
  other: "otherMinor",
};

export function sumOfAccounts(all: Iterable<Accounts>): Accounts {
  const sum = { ...none };
  for (const one of all) for (const part of Object.keys(none) as Part[]) sum[part] += one[part];
  return sum;
}
