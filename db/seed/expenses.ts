import type { TransactionSql } from "postgres";
import type { Category } from "@/lib/expenses/rules";
import { nextAfter } from "@/lib/expenses/rules";
import { expenseWasPaid } from "@/lib/payments/ledger";
import { addDays } from "@/lib/platform/calendar";
import { tenantIdOf } from "./base";
import type { DemoBusiness } from "./businesses";
import { drawn, pictureRow, type Rgb } from "./png";
import { insertRows } from "./rows";
import { demoId } from "./stable";

const shilling = 100;
const currency = "KES";

export type Spent = { what: string; category: Category; price: number; ago: number; stock?: true };

/** A month of a salon's expenses, in whole shillings; what comes again stands below. */
export const month: Spent[] = [
  { what: "KPLC tokens", category: "electricity", price: 3_000, ago: 1 },
  { what: "Foils, gloves and cotton", category: "supplies", price: 2_350, ago: 2 },
  { what: "Shea butter and argan oil, 24 bottles", category: "supplies", price: 14_400, ago: 4, stock: true },
  { what: "KPLC tokens", category: "electricity", price: 2_500, ago: 9 },
  { what: "Instagram, two weeks", category: "marketing", price: 4_000, ago: 10 },
  { what: "Water bowser", category: "water", price: 1_800, ago: 12 },
  { what: "Dryer repaired", category: "maintenance", price: 2_200, ago: 15 },
  { what: "Cleaner’s wage", category: "salaries", price: 9_000, ago: 16 },
  { what: "KPLC tokens", category: "electricity", price: 3_000, ago: 18 },
  { what: "Flyers at the stage", category: "marketing", price: 1_500, ago: 23 },
];
export const again = [
  { what: "Rent, Ngong Road shop", category: "rent", price: 45_000, ago: 24, every: "month" },
  { what: "Fibre internet", category: "internet", price: 3_499, ago: 20, every: "month" },
  // Due again, and nobody has said so yet.
  { what: "Towels to the laundry", category: "supplies", price: 1_200, ago: 8, every: "week" },
] as const;

/** One that was paid, and the day on which the books have it. */
export type Paid = Spent & {
  id: string;
  day: string;
  at: Date;
  bookedOn: string;
  fromDrawer: boolean;
  recurringId: string | null;
};

export const ownerOf = async (sql: TransactionSql, { slug }: DemoBusiness): Promise<string | undefined> =>
  (await sql<{ id: string }[]>`select id from users where email = ${`owner@${slug}.test`}`)[0]?.id;

export const expenseIdOf = ({ slug }: DemoBusiness, { what, ago }: Spent) => demoId(`expense/${slug}/${what}/${ago}`);

/** Once: what was spent in the last weeks, what comes again, and milk out of today's drawer, with its slip. */
export async function seedExpenses(
  sql: TransactionSql,
  business: DemoBusiness,
  today: string,
  now: Date,
): Promise<void> {
  const tenantId = tenantIdOf(business);
  const [there] = await sql`select 1 from recurring_expenses where tenant_id = ${tenantId}`;
  const ownerId = await ownerOf(sql, business);
  if (there || !ownerId) return;
  const recurringOf = (what: string) => demoId(`recurring/${business.slug}/${what}`);
  await insertRows(
    sql,
    "recurring_expenses",
    again.map(({ what, category, price, ago, every }) => {
      const from = addDays(today, -ago);
      return {
        ...{ tenant_id: tenantId, id: recurringOf(what), category, amount_minor: price * shilling, currency },
        ...{ description: what, every, from_day: from, next_day: nextAfter(from, every, from) },
        ...{ by_user_id: ownerId, created_at: now },
      };
    }),
  );
  const [drawer] = await sql<{ id: string }[]>`
    select id from drawer_sessions where tenant_id = ${tenantId} and closed_at is null`;
  const milk: Spent[] = drawer ? [{ what: "Milk and tea", category: "supplies", price: 350, ago: 0 }] : [];
  const all: Spent[] = [...month, ...again, ...milk];
  await writeExpenses(
    sql,
    business,
    ownerId,
    all.map((one) => ({
      ...one,
      id: expenseIdOf(business, one),
      day: addDays(today, -one.ago),
      // The days before are closed.
      ...{ at: now, bookedOn: today, fromDrawer: one.ago === 0 },
      recurringId: "every" in one ? recurringOf(one.what) : null,
    })),
  );
  const slips = [...milk, ...month.slice(0, 1)];
  await insertRows(
    sql,
    "expense_photos",
    slips.map((one) => ({
      ...{ tenant_id: tenantId, expense_id: expenseIdOf(business, one), ...pictureRow(slip()), created_at: now },
    })),
  );
  if (drawer)
    await insertRows(
      sql,
      "drawer_moves",
      milk.map((one) => ({
        ...{
          tenant_id: tenantId,
          id: demoId(`move/${expenseIdOf(business, one)}`),
          session_id: drawer.id,
          kind: "out",
        },
        ...{
          amount_minor: one.price * shilling,
          reason: `Supplies: ${one.what}`,
          by_user_id: ownerId,
          created_at: now,
        },
      })),
    );
}

/** As the verb that writes one down does it. */
export async function writeExpenses(
  sql: TransactionSql,
  business: DemoBusiness,
  ownerId: string,
  all: Paid[],
): Promise<void> {
  const tenantId = tenantIdOf(business);
  await insertRows(
    sql,
    "expenses",
    all.map((one) => ({
      ...{ tenant_id: tenantId, id: one.id, category: one.category, currency },
      ...{ amount_minor: one.price * shilling, description: one.what, day: one.day },
      paid_from: one.fromDrawer ? "cash" : "elsewhere",
      for_stock: "stock" in one,
      recurring_id: one.recurringId,
      due_day: one.recurringId ? one.day : null,
      ...{ by_user_id: ownerId, created_at: one.at, void_reason: "" },
    })),
  );
  const ledgerOf = ({ id }: Paid) => demoId(`ledger/expense ${id}`);
  await insertRows(
    sql,
    "ledger_transactions",
    all.map((one) => ({
      ...{ tenant_id: tenantId, id: ledgerOf(one), kind: one.fromDrawer ? "drawer" : "expense" },
      ...{ source: `expense ${one.id}`, at: one.at, day: one.bookedOn, by_user_id: ownerId, created_at: one.at },
    })),
    "fresh",
  );
  await insertRows(
    sql,
    "ledger_entries",
    all.flatMap((one) =>
      expenseWasPaid(one.fromDrawer ? "cash" : "elsewhere", one.price * shilling).map(
        ({ account, debitMinor, creditMinor }, position) => ({
          ...{ tenant_id: tenantId, transaction_id: ledgerOf(one), position, account, currency },
          ...{ debit_minor: debitMinor, credit_minor: creditMinor },
        }),
      ),
    ),
    "fresh",
  );
}

/** A strip of paper with lines on it. */
function slip(): Buffer {
  const [table, paper, ink]: [Rgb, Rgb, Rgb] = [
    [186, 163, 138],
    [250, 248, 243],
    [70, 70, 78],
  ];
  const rows = [0.16, 0.26, 0.36, 0.42, 0.48, 0.54, 0.66, 0.78];
  return drawn((x, y) => {
    if (x < 0.24 || x > 0.76 || y < 0.06 || y > 0.9) return table;
    const nth = rows.findIndex((row) => y > row && y < row + 0.025);
    const long = nth === 0 ? 0.3 : nth < 0 ? 0 : 0.2 + ((nth * 7) % 5) * 0.05;
    const isWords = nth >= 0 && x > 0.3 && x < 0.3 + long;
    const isSum = nth > 1 && x > 0.62 && x < 0.71;
    return isWords || isSum ? ink : paper;
  });
}
