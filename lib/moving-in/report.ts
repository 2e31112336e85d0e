import type { Fate, Remark } from "./internal/tally";

/** What is added up before and after. */
export const measures = {
  customers: { label: "Customers", money: false },
  bookings: { label: "Bookings", money: false },
  visits: { label: "Visits", money: false },
  revenue: { label: "Paid for visits", money: true },
  points: { label: "Points", money: false },
  stock: { label: "Stock, at cost", money: true },
  expenses: { label: "Expenses", money: true },
} as const;
export type Measure = keyof typeof measures;

/** Before less what did not come in, as it was adjusted, less what came in before: that is what must stand here now. */
export type Sum = {
  measure: Measure;
  /** Of bookings: with which status. */
  kind: string;
  before: number;
  refused: number;
  merged: number;
  adjusted: number;
  earlier: number;
  /** As the database says it. */
  now: number;
  off: number;
};

export type Sample = { id: string; startsAt: string; customer: string; service: string; staff: string };
export type Overlap = { oldId: string; startsAt: string; staff: string };

export type HouseReport = {
  id: string;
  name: string;
  slug: string;
  /** Why nothing of it was kept, where its rows could not even be tried to the end. */
  failed: string | null;
  counts: Record<string, Partial<Record<Fate, number>>>;
  remarks: Remark[];
  overlaps: Overlap[];
  sums: Sum[];
  samples: Sample[];
};

export const isWrong = ({ failed, sums }: HouseReport): boolean => failed !== null || sums.some(({ off }) => off !== 0);

export type Report = {
  dryRun: boolean;
  isRight: boolean;
  houses: HouseReport[];
  strays: { model: string; oldId: string; why: string }[];
  /** Models of which nothing is brought. */
  left: { model: string; rows: number; why: string }[];
};

/** Fewer of them than would be expected, more, or none: 0 is right. */
export const offBy = ({ before, refused, merged, adjusted, earlier, now }: Omit<Sum, "off">): number =>
  now - (before - refused - merged + adjusted - earlier);
