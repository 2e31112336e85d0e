/** What makes up profit. No imports: the browser has it too. */

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
