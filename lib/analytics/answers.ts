import { z } from "zod";
import { answerOf } from "@/lib/platform/wire";
import type { DayNumbers, DayStats } from "./day-stats";
import type { Profit, ProfitRow } from "./get-profit";
import type { ProfitDay } from "./get-profit-day";
import { comparisons, type Figures, type Period, presets } from "./rules";

// What the API answers, as it goes over the wire; tied to what the questions give.

export const figuresAnswer = answerOf<Figures>()(
  z.strictObject({
    revenueMinor: z.number(),
    stockMinor: z.number(),
    expensesMinor: z.number(),
    earningsMinor: z.number(),
  }),
);

export const profitRowAnswer = answerOf<ProfitRow>()(
  z.strictObject({
    revenueMinor: z.number(),
    stockMinor: z.number(),
    expensesMinor: z.number(),
    earningsMinor: z.number(),
    from: z.string(),
    to: z.string(),
  }),
);

const days = { from: z.string(), to: z.string() };

export const periodAnswer = answerOf<Period>()(
  z.strictObject({
    ...days,
    preset: z.enum(presets).nullable(),
    compare: z.enum(comparisons).nullable(),
    against: z.strictObject(days).nullable(),
    today: z.string(),
  }),
);

export const profitAnswer = answerOf<Profit>()(
  z.strictObject({
    ...days,
    period: periodAnswer,
    currency: z.string(),
    by: z.enum(["month", "day"]),
    total: figuresAnswer,
    before: figuresAnswer.nullable(),
    rows: z.array(profitRowAnswer),
    position: z.string(),
  }),
);

export const profitDayAnswer = answerOf<ProfitDay>()(
  z.strictObject({
    day: z.string(),
    currency: z.string(),
    revenue: z.array(
      z.strictObject({
        saleId: z.string().nullable(),
        bookingId: z.string().nullable(),
        number: z.number().nullable(),
        minor: z.number(),
      }),
    ),
    stock: z.array(
      z.strictObject({
        productId: z.string(),
        name: z.string(),
        reason: z.enum([
          "given",
          "received",
          "used",
          "sold",
          "returned",
          "given_back",
          "damaged",
          "adjusted",
          "counted",
          "revalued",
        ]),
        change: z.number(),
        unit: z.enum(["piece", "ml", "g"]),
        minor: z.number(),
      }),
    ),
    expenses: z.array(
      z.strictObject({
        expenseId: z.string(),
        description: z.string(),
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
        minor: z.number(),
      }),
    ),
    earnings: z.array(
      z.strictObject({ staffId: z.string(), name: z.string(), periodId: z.string().nullable(), minor: z.number() }),
    ),
  }),
);

export const dayNumbersAnswer = answerOf<DayNumbers>()(
  z.strictObject({
    bookingsToday: z.number(),
    newCustomersToday: z.number(),
    revenueTodayMinor: z.number(),
    visitsToday: z.number(),
  }),
);

export const dayStatsAnswer = answerOf<DayStats>()(
  z.strictObject({
    bookingsToday: z.number(),
    newCustomersToday: z.number(),
    revenueTodayMinor: z.number(),
    visitsToday: z.number(),
    date: z.string(),
    arrivingNext: z.number(),
    pending: z.number(),
    unpaid: z.number(),
    currency: z.string(),
    lastWeek: dayNumbersAnswer,
    position: z.string(),
    seq: z.number(),
  }),
);
