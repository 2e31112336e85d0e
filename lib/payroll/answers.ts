import { z } from "zod";
import { answerOf } from "@/lib/platform/wire";
import type { ClosedPeriod, Payroll } from "./get-payroll";
import type { Paid, Payslip, PeriodSlips } from "./get-payslip";
import type { Choosable, RateList, ShownRate } from "./list-rates";
import type { MyEarnings, MyLine } from "./my-earnings";
import type { PayLine } from "./reckon";
import type { Sums } from "./rules";

// What the API answers, as it goes over the wire; tied to what the questions give.

export const myLineAnswer = answerOf<MyLine>()(
  z.strictObject({
    at: z.string(),
    id: z.string(),
    name: z.string(),
    kind: z.enum(["commission", "tip", "advance"]),
    amountMinor: z.number(),
  }),
);

export const sumsAnswer = answerOf<Sums>()(
  z.strictObject({
    commissionMinor: z.number(),
    tipsMinor: z.number(),
    advancesMinor: z.number(),
    broughtMinor: z.number(),
    payMinor: z.number(),
    carriedMinor: z.number(),
  }),
);

export const myEarningsAnswer = answerOf<MyEarnings>()(
  z.strictObject({
    date: z.string(),
    currency: z.string(),
    commissionMinor: z.number(),
    tipsMinor: z.number(),
    lines: z.array(myLineAnswer),
    since: z.string(),
    soFar: sumsAnswer,
    payslips: z.array(
      z.strictObject({
        periodId: z.string(),
        from: z.string(),
        to: z.string(),
        payMinor: z.number(),
        paid: z.boolean(),
      }),
    ),
    position: z.string(),
  }),
);

export const closedPeriodAnswer = answerOf<ClosedPeriod>()(
  z.strictObject({
    id: z.string(),
    from: z.string(),
    to: z.string(),
    people: z.number(),
    unpaid: z.number(),
    payMinor: z.number(),
    closedAt: z.string(),
  }),
);

export const payrollAnswer = answerOf<Payroll>()(
  z.strictObject({
    from: z.string(),
    to: z.string(),
    today: z.string(),
    currency: z.string(),
    people: z.array(
      z.strictObject({
        commissionMinor: z.number(),
        tipsMinor: z.number(),
        advancesMinor: z.number(),
        broughtMinor: z.number(),
        payMinor: z.number(),
        carriedMinor: z.number(),
        staffId: z.string(),
        name: z.string(),
      }),
    ),
    seen: z.string(),
    closed: z.array(closedPeriodAnswer),
    position: z.string(),
  }),
);

export const paidAnswer = answerOf<Paid>()(
  z.strictObject({
    from: z.enum(["cash", "elsewhere"]),
    reference: z.string(),
    by: z.string().nullable(),
    at: z.string(),
  }),
);

export const periodSlipsAnswer = answerOf<PeriodSlips>()(
  z.strictObject({
    id: z.string(),
    from: z.string(),
    to: z.string(),
    currency: z.string(),
    closedAt: z.string(),
    closedBy: z.string().nullable(),
    people: z.array(
      z.strictObject({
        commissionMinor: z.number(),
        tipsMinor: z.number(),
        advancesMinor: z.number(),
        broughtMinor: z.number(),
        payMinor: z.number(),
        carriedMinor: z.number(),
        staffId: z.string(),
        name: z.string(),
        paid: paidAnswer.nullable(),
      }),
    ),
  }),
);

export const payLineAnswer = answerOf<PayLine>()(
  z.strictObject({
    id: z.string(),
    kind: z.enum(["commission", "tip", "advance"]),
    day: z.string(),
    at: z.string(),
    name: z.string(),
    saleId: z.string().nullable(),
    saleNumber: z.number().nullable(),
    baseMinor: z.number(),
    rateKind: z.enum(["percent", "amount"]).nullable(),
    rate: z.number().nullable(),
    amountMinor: z.number(),
    undone: z.boolean(),
  }),
);

export const payslipAnswer = answerOf<Payslip>()(
  sumsAnswer.extend({
    staffId: z.string(),
    name: z.string(),
    lines: z.array(payLineAnswer),
    from: z.string(),
    to: z.string(),
    currency: z.string(),
    periodId: z.string().nullable(),
    hash: z.string().nullable(),
    paid: paidAnswer.nullable(),
  }),
);

export const shownRateAnswer = answerOf<ShownRate>()(
  z.strictObject({
    about: z.enum(["product", "service", "services", "products"]),
    staffId: z.string().nullable(),
    kind: z.enum(["percent", "amount"]),
    thingId: z.string().nullable(),
    rate: z.number(),
    fromDay: z.string(),
    staffName: z.string().nullable(),
    thingName: z.string().nullable(),
  }),
);

export const choosableAnswer = answerOf<Choosable>()(
  z.strictObject({ id: z.string(), name: z.string(), priceMinor: z.number() }),
);

export const rateListAnswer = answerOf<RateList>()(
  z.strictObject({
    rates: z.array(shownRateAnswer),
    staff: z.array(z.strictObject({ id: z.string(), name: z.string() })),
    services: z.array(choosableAnswer),
    products: z.array(choosableAnswer),
    currency: z.string(),
  }),
);
