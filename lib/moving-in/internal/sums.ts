import { type SQL, sql } from "drizzle-orm";
import type { OldRow } from "../dump";
import { type Measure, offBy, type Sum } from "../report";
import { amountOf, mostWhole, oldBooking } from "./old-models";
import { bookingStatus } from "./plan-bookings";
import { keyOf } from "./sort-out";
import type { Move } from "./tally";

type Part = { kind: string; amount: number };
const one = (amount: number, kind = ""): Part[] => [{ kind, amount }];
const minor = (typed: unknown): number => amountOf(typed)?.minor ?? 0;

/** What is refused as none counts as none. */
const wholeOf = (typed: unknown): number =>
  typeof typed === "number" && Number.isInteger(typed) && Math.abs(typed) <= mostWhole ? typed : 0;

/** What each row of the dump stands for, read from its own words, and what the rows of this run stand for by the database. */
const reckoned: Record<
  Measure,
  { model: string; of(row: OldRow, move: Move): Part[]; mergedCounts?: true; here(move: Move): SQL }
> = {
  customers: {
    model: "customer",
    of: () => one(1),
    here: (move) => sql`select '' as kind, count(*) as amount from customers t ${moved(move, "customer")}`,
  },
  bookings: {
    model: "booking",
    of: ({ fields }, { at, shiftMs }) => {
      const { data } = oldBooking.safeParse(fields);
      return one(1, data ? bookingStatus(data.status, new Date(data.booking_date.getTime() + shiftMs), at) : "");
    },
    here: (move) =>
      sql`select t.status as kind, count(*) as amount from bookings t ${moved(move, "booking")} group by 1`,
  },
  visits: {
    model: "visit",
    of: () => one(1),
    here: (move) => sql`select '' as kind, count(*) as amount from visits t ${moved(move, "visit")}`,
  },
  revenue: {
    model: "visit",
    of: ({ fields }) => one(String(fields.payment_status).toLowerCase() === "paid" ? minor(fields.total_amount) : 0),
    // By the ledger, as every report has it.
    here: (
      move,
    ) => sql`select '' as kind, coalesce(sum(e.credit_minor), 0) as amount from visits t ${moved(move, "visit")}
      join sales s on s.tenant_id = t.tenant_id and s.visit_id = t.id
      join ledger_transactions l on l.tenant_id = s.tenant_id and l.sale_id = s.id and l.kind = 'payment'
      join ledger_entries e on e.tenant_id = l.tenant_id and e.transaction_id = l.id and e.account = 'customers'`,
  },
  points: {
    model: "customer",
    of: ({ fields }) => one(wholeOf(fields.points)),
    mergedCounts: true,
    here: ({ scope, run }) => sql`select '' as kind, coalesce(sum(t.points), 0) as amount from points_entries t
      join moved_rows m on m.tenant_id = t.tenant_id and m.model = 'customer' and t.source = 'opening ' || m.old_id
      where m.tenant_id = ${scope.tenantId} and m.run = ${run}`,
  },
  stock: {
    model: "product",
    of: ({ fields }) => one(wholeOf(fields.current_stock) * minor(fields.cost_price)),
    here: ({ scope, run }) => sql`select '' as kind, coalesce(sum(t.value_minor), 0) as amount from stock_items t
      join moved_rows m on m.tenant_id = t.tenant_id and m.model = 'product' and m.new_id = t.product_id
      where m.tenant_id = ${scope.tenantId} and m.run = ${run}`,
  },
  expenses: {
    model: "expense",
    of: ({ fields }) => one(minor(fields.amount)),
    here: (move) =>
      sql`select '' as kind, coalesce(sum(t.amount_minor), 0) as amount from expenses t ${moved(move, "expense")}`,
  },
};

const moved = ({ scope, run }: Move, model: string): SQL => sql`
  join moved_rows m on m.tenant_id = t.tenant_id and m.model = ${model} and m.new_id = t.id and not m.merged
    and m.tenant_id = ${scope.tenantId} and m.run = ${run}`;

/** Before and after, side by side. What is off by anything is a fault of ours. */
export async function sumUp(move: Move): Promise<Sum[]> {
  // The planner knows nothing of what came in within this transaction: row by row it would look for minutes.
  await move.scope.tx.execute(sql`set local enable_nestloop = off`);
  const sums: Sum[] = [];
  for (const [measure, how] of Object.entries(reckoned) as [Measure, (typeof reckoned)[Measure]][]) {
    const by = new Map<string, Omit<Sum, "off">>();
    const at = (kind: string) => {
      const empty = { measure, kind, before: 0, refused: 0, merged: 0, adjusted: 0, earlier: 0, now: 0 };
      const sum = by.get(kind) ?? empty;
      by.set(kind, sum);
      return sum;
    };
    at(measure === "bookings" ? "confirmed" : "");
    for (const row of move.house.rows(how.model)) {
      const fate = move.fates.get(keyOf(row));
      for (const { kind, amount } of how.of(row, move)) {
        const sum = at(kind);
        sum.before += amount;
        if (fate === "refused") sum.refused += amount;
        else if (fate === "already" || fate === "changed") sum.earlier += amount;
        else if (fate === "merged" && !how.mergedCounts) sum.merged += amount;
      }
    }
    for (const { amount } of move.adjusted.filter((one) => one.measure === measure)) at("").adjusted += amount;
    const rows = await move.scope.tx.execute<{ kind: string; amount: string }>(how.here(move));
    for (const { kind, amount } of rows) at(kind).now = Number(amount);
    sums.push(...[...by.values()].map((sum) => ({ ...sum, off: offBy(sum) })));
  }
  return sums;
}
