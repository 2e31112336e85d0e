import { z } from "zod";
import { answerOf } from "@/lib/platform/wire";
import type { DailyStats } from "./daily-stats";
import type { DayNumbers, DayStats } from "./day-stats";
import type { Overview } from "./get-overview";
import type { Profit, ProfitRow } from "./get-profit";
import type { ProfitDay } from "./get-profit-day";
import type { Revenue, RevenueShare, RevenueSpan, RevenueSums } from "./get-revenue";
import type { RevenueRow, RevenueRows } from "./list-revenue-rows";
import { comparisons, type Figures, methods, type Period, presets, steps } from "./rules";

// What the API answers, as it goes over the wire; tied to what the questions give.

const day = z.iso.date();
const days = { from: day, to: day };

export const figuresAnswer = answerOf<Figures>()(
  z.strictObject({
    revenueMinor: z.number(),
    stockMinor: z.number(),
    expensesMinor: z.number(),
    earningsMinor: z.number(),
  }),
);

export const profitRowAnswer = answerOf<ProfitRow>()(figuresAnswer.extend(days));

export const periodAnswer = answerOf<Period>()(
  z.strictObject({
    ...days,
    preset: z.enum(presets).nullable(),
    compare: z.enum(comparisons).nullable(),
    against: z.strictObject(days).nullable(),
    today: day,
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
    day,
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
  dayNumbersAnswer.extend({
    date: day,
    arrivingNext: z.number(),
    pending: z.number(),
    unpaid: z.number(),
    currency: z.string(),
    lastWeek: dayNumbersAnswer,
    position: z.string(),
    seq: z.number(),
  }),
);

const dayOf = z.strictObject({ date: day, revenueMinor: z.number(), visits: z.number() });

export const dailyStatsAnswer = answerOf<DailyStats>()(
  dayOf.extend({
    days: z.array(dayOf),
    coming: z.array(z.strictObject({ date: day, bookings: z.number() })),
    currency: z.string(),
    position: z.string(),
  }),
);

export const revenueSpanAnswer = answerOf<RevenueSpan>()(z.strictObject({ ...days, earnedMinor: z.number() }));

export const overviewAnswer = answerOf<Overview>()(
  z.strictObject({
    currency: z.string(),
    recent: figuresAnswer.extend({ ...days, profitMinor: z.number() }),
    stockValueMinor: z.number(),
    months: z.array(revenueSpanAnswer),
    yearMinor: z.number(),
    averageMonthMinor: z.number(),
    position: z.string(),
  }),
);

export const revenueSumsAnswer = answerOf<RevenueSums>()(
  z.strictObject({
    earnedMinor: z.number(),
    vatMinor: z.number(),
    tipsMinor: z.number(),
    discountsMinor: z.number(),
    paidMinor: z.number(),
    givenBackMinor: z.number(),
    sales: z.number(),
    visits: z.number(),
  }),
);

export const revenueShareAnswer = answerOf<RevenueShare>()(
  z.strictObject({ id: z.string().nullable(), name: z.string(), minor: z.number() }),
);

export const revenueAnswer = answerOf<Revenue>()(
  z.strictObject({
    period: periodAnswer,
    currency: z.string(),
    total: revenueSumsAnswer,
    before: revenueSumsAnswer.nullable(),
    owedMinor: z.number(),
    withoutDrawer: z.boolean(),
    by: z.enum(steps),
    spans: z.array(revenueSpanAnswer),
    spansBefore: z.array(revenueSpanAnswer),
    services: z.array(revenueShareAnswer),
    products: z.array(revenueShareAnswer),
    feesMinor: z.number(),
    staff: z.array(revenueShareAnswer),
    categories: z.array(z.strictObject({ name: z.string(), minor: z.number() })),
    methods: z.array(z.strictObject({ method: z.enum(methods), minor: z.number() })),
    position: z.string(),
  }),
);

export const revenueRowAnswer = answerOf<RevenueRow>()(
  z.strictObject({
    id: z.string(),
    day,
    minor: z.number(),
    saleId: z.string().nullable(),
    number: z.number().nullable(),
    bookingId: z.string().nullable(),
    visitId: z.string().nullable(),
    customerId: z.string().nullable(),
    customerName: z.string().nullable(),
    what: z.string(),
  }),
);

export const revenueRowsAnswer = answerOf<RevenueRows>()(
  z.strictObject({
    period: periodAnswer,
    currency: z.string(),
    items: z.array(revenueRowAnswer),
    about: z.string().nullable(),
    total: z.strictObject({ rows: z.number(), minor: z.number() }),
    nextCursor: z.string().nullable(),
    position: z.string(),
  }),
);
