import { z } from "zod";
import { asked, day, id } from "@/lib/bookings/input";
import { typedText } from "@/lib/platform/typed-text";
import { categories, mostWords } from "./rules";

const amount = z.int("is not an amount").min(1, "is nothing").max(100_000_000_000, "is too much");
const category = z.enum(
  categories.map(({ value }) => value),
  "is none of the list",
);
const description = typedText(mostWords).refine((text) => text !== "", "say what it was for");
const key = z.string("is not a key").regex(/^[\x21-\x7e]{8,100}$/, "is not 8 to 100 printable characters");
const yes = z.boolean("is neither yes nor no").default(false);

export const expenseInput = z
  .object({
    category,
    amountMinor: amount,
    description,
    /** Today when it is absent. */
    day: asked(day),
    paidFrom: z.enum(["cash", "elsewhere"], "is no way to pay here"),
    forStock: yes,
    /** It comes again from that day on. */
    every: asked(z.enum(["week", "month"], "is neither a week nor a month")),
    /** The last day on which it may come again. */
    until: asked(day),
    key,
  })
  .refine(({ every, until }) => every || !until, { path: ["until"], error: "say how often it comes again" });
export type ExpenseInput = z.output<typeof expenseInput>;

export const changeExpenseInput = z.object({ expenseId: id, category, description, day, forStock: yes });
export type ChangeExpenseInput = z.output<typeof changeExpenseInput>;

export const voidExpenseInput = z.object({
  expenseId: id,
  reason: typedText(mostWords).refine((text) => text !== "", "say why"),
});

/** What is due: paid with this amount, or not this time. */
export const payDueInput = z.object({
  recurringId: id,
  dueDay: day,
  amountMinor: amount,
  paidFrom: z.enum(["cash", "elsewhere"], "is no way to pay here"),
});
export type PayDueInput = z.output<typeof payDueInput>;
export const skipDueInput = z.object({ recurringId: id, dueDay: day });
export const endRecurringInput = z.object({ recurringId: id });

export const expensesQuery = z.object({
  month: asked(z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/, "is not a month (YYYY-MM)")),
  category: asked(category),
  cursor: asked(z.string().regex(/^20\d\d-\d\d-\d\d [0-9a-f-]{36}$/, "is not a place in this list")),
});
export type ExpensesQuery = z.output<typeof expensesQuery>;
