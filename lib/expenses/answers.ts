import { z } from "zod";
import { answerOf } from "@/lib/platform/wire";
import type { DueExpense, Expense, ExpenseList } from "./list-expenses";

// What the API answers, as it goes over the wire; tied to what the questions give.

export const expenseAnswer = answerOf<Expense>()(
  z.strictObject({
    id: z.string(),
    category: z.enum([
      "marketing",
      "other",
      "rent",
      "electricity",
      "water",
      "salaries",
      "supplies",
      "internet",
      "maintenance",
    ]),
    amountMinor: z.number(),
    currency: z.string(),
    description: z.string(),
    day: z.string(),
    paidFrom: z.enum(["cash", "elsewhere"]),
    forStock: z.boolean(),
    recurring: z.boolean(),
    by: z.string().nullable(),
    photo: z.string().nullable(),
    voided: z.strictObject({ at: z.string(), reason: z.string(), by: z.string().nullable() }).nullable(),
  }),
);

export const dueExpenseAnswer = answerOf<DueExpense>()(
  z.strictObject({
    recurringId: z.string(),
    category: z.enum([
      "marketing",
      "other",
      "rent",
      "electricity",
      "water",
      "salaries",
      "supplies",
      "internet",
      "maintenance",
    ]),
    description: z.string(),
    amountMinor: z.number(),
    every: z.enum(["month", "week"]),
    dueDay: z.string(),
    untilDay: z.string().nullable(),
  }),
);

export const expenseListAnswer = answerOf<ExpenseList>()(
  z.strictObject({
    month: z.string(),
    today: z.string(),
    currency: z.string(),
    sums: z.array(
      z.strictObject({
        category: z.enum([
          "marketing",
          "other",
          "rent",
          "electricity",
          "water",
          "salaries",
          "supplies",
          "internet",
          "maintenance",
        ]),
        amountMinor: z.number(),
        count: z.number(),
      }),
    ),
    expenses: z.array(expenseAnswer),
    nextCursor: z.string().nullable(),
    due: z.array(dueExpenseAnswer),
    coming: z.array(dueExpenseAnswer),
    position: z.string(),
  }),
);
