import { recurringExpenses } from "@/db/schema/expenses";
import { actorMay } from "@/lib/auth/actor-may";
import { holdLedger } from "@/lib/payments/ledger-lock";
import { localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { type KeyReused, once } from "@/lib/platform/once";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";
import type { NoDrawer } from "@/lib/till/take-from-drawer";
import type { ExpenseInput } from "./input";
import { spend } from "./internal/spend";
import { writeExpense } from "./internal/write-expense";
import { categoryWords, nextAfter } from "./rules";

export type ExpenseRefusal =
  | NoDrawer
  /** The desk pays small things out of the drawer, today, and nothing else. */
  | { refusal: "drawer_only" }
  | { refusal: "not_yet_spent" }
  /** Its last day is before it would come again. */
  | { refusal: "comes_no_more" };

/** Something was paid for. Said twice with one key it is written once. */
export async function recordExpense(
  scope: Scope,
  wish: ExpenseInput,
): Promise<Result<{ id: string }, ExpenseRefusal | KeyReused>> {
  // Before any row: cash comes out of the drawer.
  await holdLedger(scope);
  return once<{ id: string }, ExpenseRefusal>(scope, "expenses", wish, async () => {
    const { actor } = scope;
    const { currency, timeZone } = await houseOf(scope);
    const today = localDate(now(), timeZone);
    const { category, amountMinor, description, paidFrom, forStock, every, until } = wish;
    const day = wish.day ?? today;
    const mayMore = actorMay(actor, "expenses.manage");
    if (!mayMore && (paidFrom !== "cash" || day !== today || every)) return refuse("drawer_only");
    if (day > today) return refuse("not_yet_spent");
    const nextDay = every ? nextAfter(day, every, day) : null;
    if (nextDay && until && until < nextDay) return refuse("comes_no_more");
    const id = newId();
    const words = `${categoryWords(category)}: ${description}`;
    const spent = await spend(scope, { amountMinor, paidFrom, words, source: `expense ${id}`, day });
    if (!spent.ok) return spent;
    const recurringId = every ? newId() : null;
    if (every)
      await scope.tx.insert(recurringExpenses).values({
        ...{ tenantId: scope.tenantId, id: recurringId!, category, amountMinor, currency, description, every },
        ...{ fromDay: day, nextDay: nextDay!, untilDay: until ?? null, forStock, createdAt: now() },
        byUserId: actor.kind === "member" ? actor.userId : null,
      });
    await writeExpense(scope, {
      ...{ id, category, amountMinor, currency, description, day, paidFrom, forStock },
      ...{ recurringId, dueDay: every ? day : null },
    });
    return ok({ id });
  });
}
