import { type SQL, sql } from "drizzle-orm";
import type { PaidFrom } from "@/db/schema/payroll";
import { may } from "@/lib/auth/permissions";
import { addDays, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { headOf, writePosition } from "@/lib/tenancy/head";
import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";
import type { ExpensesQuery } from "./input";
import type { Category } from "./rules";

export type Expense = {
  id: string;
  category: Category;
  amountMinor: number;
  currency: string;
  description: string;
  day: string;
  paidFrom: PaidFrom;
  forStock: boolean;
  recurring: boolean;
  by: string | null;
  photo: string | null;
  voided: { at: string; reason: string; by: string | null } | null;
};

export type DueExpense = {
  recurringId: string;
  category: Category;
  description: string;
  amountMinor: number;
  every: "week" | "month";
  dueDay: string;
  untilDay: string | null;
};

export type ExpenseList = {
  month: string;
  today: string;
  currency: string;
  /** By category, of all of the month, without what is void. */
  sums: { category: Category; amountMinor: number; count: number }[];
  expenses: Expense[];
  nextCursor: string | null;
  /** Of what comes again: what is due by today, and what comes later. */
  due: DueExpense[];
  coming: DueExpense[];
  position: string;
};

const pageSize = 50;

/** Whoever does not see what the house has spent sees what they paid themselves. */
const ownOnly = ({ actor }: Scope): SQL =>
  actor.kind === "member" && !may(actor.role, "expenses.see") ? sql`and e.by_user_id = ${actor.userId}` : sql``;

/** A month's expenses, the newest first, and what is due. */
export async function listExpenses(scope: Scope, query: ExpensesQuery): Promise<ExpenseList> {
  const head = await headOf(scope);
  const { tx } = scope;
  const { currency, timeZone } = await houseOf(scope);
  const today = localDate(now(), timeZone);
  const month = query.month ?? today.slice(0, 7);
  const inMonth = within(scope, month);
  const [sums, rows, coming] = await Promise.all([
    tx.execute<{ category: Category; amount: string; count: number }>(sql`
      select e.category, sum(e.amount_minor) as amount, count(*)::int as count from expenses e
      where ${inMonth} and e.voided_at is null group by e.category order by amount desc, e.category`),
    readExpenses(
      scope,
      sql`${inMonth} ${ofCategory(query.category)} ${after(query.cursor)}
        order by e.day desc, e.id desc limit ${pageSize + 1}`,
    ),
    recurring(scope),
  ]);
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  return {
    ...{ month, today, currency },
    sums: sums.map(({ amount, ...row }) => ({ ...row, amountMinor: Number(amount) })),
    expenses: page,
    nextCursor: rows.length > pageSize && last ? `${last.day} ${last.id}` : null,
    due: coming.filter(({ dueDay }) => dueDay <= today),
    coming: coming.filter(({ dueDay }) => dueDay > today),
    position: writePosition(head),
  };
}

/** One, or null when there is none that whoever asks may see. */
export async function getExpense(scope: Scope, id: string): Promise<Expense | null> {
  const [found] = await readExpenses(scope, sql`e.tenant_id = ${scope.tenantId} and e.id = ${id} ${ownOnly(scope)}`);
  return found ?? null;
}

/** All of a month, or of one category of it, for a file; this month when none is named. */
export async function expensesOfMonth(
  scope: Scope,
  { month: asked, category }: ExpensesQuery,
): Promise<{ month: string; expenses: Expense[] }> {
  const { timeZone } = await houseOf(scope);
  const month = asked ?? localDate(now(), timeZone).slice(0, 7);
  const expenses = await readExpenses(scope, sql`${within(scope, month)} ${ofCategory(category)} order by e.day, e.id`);
  return { month, expenses };
}

const within = (scope: Scope, month: string): SQL =>
  sql`e.tenant_id = ${scope.tenantId} and e.day between ${`${month}-01`} and ${lastOf(month)} ${ownOnly(scope)}`;

const ofCategory = (category: Category | undefined): SQL => (category ? sql`and e.category = ${category}` : sql``);

const lastOf = (month: string): string => addDays(`${addDays(`${month}-28`, 4).slice(0, 7)}-01`, -1);

function after(cursor: string | undefined): SQL {
  if (!cursor) return sql``;
  const [day, id] = cursor.split(" ");
  return sql`and (e.day, e.id) < (${day}::date, ${id}::uuid)`;
}

type Row = Omit<Expense, "voided" | "amountMinor"> & {
  amount: string;
  voidedAt: string | null;
  voidReason: string;
  voidedBy: string | null;
};

async function readExpenses({ tx }: Scope, where: SQL): Promise<Expense[]> {
  const rows = await tx.execute<Row>(sql`
    select e.id, e.category, e.amount_minor as amount, e.currency, e.description, e.day::text as day,
      e.paid_from as "paidFrom", e.for_stock as "forStock", e.recurring_id is not null as recurring, u.name as by,
      p.version as photo, e.voided_at as "voidedAt", e.void_reason as "voidReason", v.name as "voidedBy"
    from expenses e left join users u on u.id = e.by_user_id left join users v on v.id = e.voided_by
    left join expense_photos p on p.tenant_id = e.tenant_id and p.expense_id = e.id
    where ${where}`);
  return rows.map(({ amount, voidedAt, voidReason, voidedBy, ...row }) => ({
    ...row,
    amountMinor: Number(amount),
    voided: voidedAt ? { at: new Date(voidedAt).toISOString(), reason: voidReason, by: voidedBy } : null,
  }));
}

async function recurring({ actor, tenantId, tx }: Scope): Promise<DueExpense[]> {
  if (actor.kind === "member" && !may(actor.role, "expenses.see")) return [];
  const rows = await tx.execute<DueExpense & { amountMinor: string }>(sql`
    select id as "recurringId", category, description, amount_minor as "amountMinor", every, next_day::text as "dueDay",
      until_day::text as "untilDay"
    from recurring_expenses where tenant_id = ${tenantId} and ended_at is null order by next_day, id`);
  return rows.map((row) => ({ ...row, amountMinor: Number(row.amountMinor) }));
}
