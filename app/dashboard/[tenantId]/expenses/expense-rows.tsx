import { Paperclip, Repeat2 } from "lucide-react";
import { useSay } from "@/app/_words/use-say";
import type { Expense } from "@/lib/expenses/list-expenses";
import { formatDay, formatMoney } from "@/lib/platform/format";
import { openPanel } from "../members/panel-address";
import { categoryWords } from "./category-words";
import { queryOf, type Shown } from "./expense-keys";

/** What was spent, the newest first; each opens beside the page. */
export function ExpenseRows({ expenses, shown }: { expenses: readonly Expense[]; shown: Shown }) {
  const say = useSay();
  return (
    <ul aria-label={say("Expenses")} className="divide-y border-y">
      {expenses.map(
        ({ id, category, description, day, amountMinor, currency, paidFrom, forStock, photo, recurring, voided }) => (
          <li key={id}>
            <a
              href={queryOf({ ...shown, expense: id })}
              onClick={(event) => openPanel(event, queryOf({ ...shown, expense: id }))}
              className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 py-(--row) transition-colors hover:bg-wash"
            >
              <span
                className={`flex min-w-0 items-center gap-1.5 ${voided ? "text-quiet line-through" : "font-medium"}`}
              >
                <span className="truncate">{description}</span>
                {photo ? <Paperclip role="img" aria-label={say("with a slip")} className="size-3.5 shrink-0" /> : null}
                {recurring ? (
                  <Repeat2 role="img" aria-label={say("comes again")} className="size-3.5 shrink-0" />
                ) : null}
              </span>
              <span className={`text-right tabular-nums ${voided ? "text-quiet line-through" : "font-medium"}`}>
                {formatMoney(amountMinor, currency)}
              </span>
              <span className="min-w-0 truncate text-quiet tabular-nums">
                {say(categoryWords[category])} · {formatDay(`${day}T12:00:00Z`, "UTC", say.language)}
              </span>
              <span className="text-right text-quiet">
                {voided ? say("void") : forStock ? say("for stock") : paidFrom === "cash" ? say("from the drawer") : ""}
              </span>
            </a>
          </li>
        ),
      )}
    </ul>
  );
}
