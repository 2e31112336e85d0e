/** What reports are asked for, and what makes up profit. No imports: the browser has it too. */

/** What came by it, and what it cost: the figures that profit is made of. */
export type Figures = {
  /** What was sold and kept as fees, less what was let off and given back; without tax and tips. */
  revenueMinor: number;
  /** What was used, sold, broken or missing, at what it had cost. */
  stockMinor: number;
  expensesMinor: number;
  /** Commission; a tip passes through the house and is neither. */
  earningsMinor: number;
};

export const noFigures: Figures = { revenueMinor: 0, stockMinor: 0, expensesMinor: 0, earningsMinor: 0 };

export const profitOf = ({ revenueMinor, stockMinor, expensesMinor, earningsMinor }: Figures): number =>
  revenueMinor - stockMinor - expensesMinor - earningsMinor;

export const sumOf = (all: readonly Figures[]): Figures =>
  all.reduce(
    (sum, one) => ({
      revenueMinor: sum.revenueMinor + one.revenueMinor,
      stockMinor: sum.stockMinor + one.stockMinor,
      expensesMinor: sum.expensesMinor + one.expensesMinor,
      earningsMinor: sum.earningsMinor + one.earningsMinor,
    }),
    noFigures,
  );

/** So many days can be asked for at once, and so many are told one by one. */
export const mostDays = 366;
export const mostDayRows = 62;

/** The first and the last day of the month of a day, so many months away. */
export function monthOf(day: string, steps = 0): { from: string; to: string } {
  const [year, month] = day.split("-").map(Number) as [number, number];
  const of = (more: number, date: number) =>
    new Date(Date.UTC(year, month - 1 + more, date)).toISOString().slice(0, 10);
  return { from: of(steps, 1), to: of(steps + 1, 0) };
}

/** Days of the business, both counted. */
export type Days = { from: string; to: string };

export const presets = ["today", "7d", "30d", "month", "last_month", "quarter", "year"] as const;
export type Preset = (typeof presets)[number];
/** With the days before, or the same days a year ago. */
export const comparisons = ["before", "year"] as const;
export type Comparison = (typeof comparisons)[number];

/** The days a report is about. `against`: those it is compared with; null for none. */
export type Period = Days & {
  preset: Preset | null;
  compare: Comparison | null;
  against: Days | null;
  today: string;
};

/** The files in which a report is handed out. */
export const reportFormats = ["csv", "xlsx", "pdf"] as const;
export type ReportFormat = (typeof reportFormats)[number];
export const reportTypes: Record<ReportFormat, string> = {
  csv: "text/csv",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pdf: "application/pdf",
};

/** How finely a report is told. */
export const steps = ["day", "week", "month"] as const;
export type Step = (typeof steps)[number];

/** Money that customers paid, by where it lies; what was typed in and what M-Pesa vouches for are one. */
export const methods = ["mpesa", "cash", "card", "other"] as const;
export type Method = (typeof methods)[number];

/** Numbers of the money report that have rows of their own, beside what was earned by something or somebody. */
export const rowKinds = ["fee", "vat", "tips", "discounts", "paid", "back", "sales", "owed"] as const;
export type RowKind = (typeof rowKinds)[number];

/** What of the money report is handed out as a file: each has rows of its own. */
export const revenueParts = ["time", "services", "staff", "methods"] as const;
export type RevenuePart = (typeof revenueParts)[number];

/** What is told of the time of people; each is made of days and of persons. */
export const minutesOf = ["sold", "lost", "free", "sellable", "beyond"] as const;
export type MinutesOf = (typeof minutesOf)[number];
