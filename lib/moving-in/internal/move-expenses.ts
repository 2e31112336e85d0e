import { expenses } from "@/db/schema/expenses";
import { categories } from "@/lib/expenses/rules";
import { expenseWasPaid } from "@/lib/payments/ledger";
import { shareLedger } from "@/lib/payments/ledger-lock";
import { atMinute, localDate } from "@/lib/platform/calendar";
import { minorOf } from "./move-offers";
import { oldExpense } from "./old-models";
import { bringRow, idHere, type Move, put, refuseRow, take, tell } from "./tally";
import { closedDays, openDay, writeLedger } from "./write-ledger";

/** What was spent, out of nobody knows which pocket: the drawer of here had none of it. */
export async function moveExpenses(move: Move): Promise<void> {
  const { scope, at, timeZone, currency } = move;
  const { tenantId } = scope;
  const today = localDate(at, timeZone);
  const spent = take(move, "expense", oldExpense).flatMap(({ row, it }) => {
    const why =
      it.amount.minor <= 0 ? "is no amount that was spent" : it.expense_date > today ? "is still to come" : null;
    if (why) {
      refuseRow(move, row, why);
      return [];
    }
    const category = categories.find(({ value }) => value === it.category.toLowerCase())?.value;
    if (!category) tell(move, row, `“${it.category}” is no category here: other`);
    bringRow(move, row);
    return {
      ...{ id: idHere(row), category: category ?? ("other" as const), day: it.expense_date },
      amountMinor: minorOf(move, row, it.amount, "the amount"),
      description: [it.name, it.description].filter(Boolean).join(": ") || "Not written down",
    };
  });
  if (spent.length === 0) return;
  await shareLedger(scope);
  const closed = await closedDays(move);
  await put(
    scope,
    expenses,
    spent.map((one) => ({
      ...one,
      tenantId,
      currency,
      paidFrom: "elsewhere" as const,
      forStock: false,
      createdAt: at,
    })),
  );
  await writeLedger(
    move,
    spent.map(({ id, day, amountMinor }) => ({
      ...{ kind: "expense", source: `expense ${id}`, saleId: null, paymentId: null },
      ...{ at: earlier(atMinute(day, 720, timeZone), at), day: openDay(day, closed) },
      entries: expenseWasPaid("elsewhere", amountMinor),
    })),
    at,
  );
}

const earlier = (one: Date, other: Date): Date => (one < other ? one : other);
