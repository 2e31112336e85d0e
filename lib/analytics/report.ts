import type { Language } from "@/lib/platform/format";
import type { Days } from "./rules";

/** `money` is in minor units, `day` a date of the calendar, `percent` a share of one. */
export type ReportColumn = { name: string; kind: "text" | "day" | "number" | "money" | "percent" };
export type ReportCell = string | number | null;

/** What is handed out as a file: whatever the report, all three formats are made of this. */
export type Report = {
  /** Of the file: letters and dashes. */
  name: string;
  title: string;
  /** That all its words are in. */
  language: Language;
  house: { name: string; currency: string; timeZone: string };
  days: Days;
  columns: readonly ReportColumn[];
  rows: readonly (readonly ReportCell[])[];
  /** The last row; the others add up to it. */
  total?: readonly ReportCell[];
};

/** Money is shown as it is written: `1500.00`, in the currency that the column names. */
export const headOf = ({ columns, house }: Report): string[] =>
  columns.map(({ name, kind }) => (kind === "money" ? `${name} (${house.currency})` : name));
