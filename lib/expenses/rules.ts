/** What there is to be spent for, and when it comes again. No imports: the browser has it too. */

export const categories = [
  { value: "rent", label: "Rent" },
  { value: "electricity", label: "Electricity" },
  { value: "water", label: "Water" },
  { value: "marketing", label: "Marketing" },
  { value: "salaries", label: "Salaries" },
  { value: "supplies", label: "Supplies" },
  { value: "internet", label: "Internet" },
  { value: "maintenance", label: "Maintenance" },
  { value: "other", label: "Other" },
] as const;
export type Category = (typeof categories)[number]["value"];

export const categoryWords = (category: Category): string => categories.find(({ value }) => value === category)!.label;

/** So much a picture of a slip needs that somebody wants to read. */
export const mostSlipBytes = 600 * 1_024;
export const mostWords = 200;

const pad = (n: number) => String(n).padStart(2, "0");
const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** So many weeks or months after a day. A month that is too short ends with its last day, and the next one does not. */
export function dayAfterSteps(from: string, every: "week" | "month", steps: number): string {
  const [year, month, day] = from.split("-").map(Number) as [number, number, number];
  if (every === "week") return new Date(Date.UTC(year, month - 1, day + 7 * steps)).toISOString().slice(0, 10);
  const months = year * 12 + (month - 1) + steps;
  const [inYear, inMonth] = [Math.floor(months / 12), (months % 12) + 1];
  return `${inYear}-${pad(inMonth)}-${pad(Math.min(day, daysIn(inYear, inMonth)))}`;
}

/** The first day of the row that comes after this one. */
export function nextAfter(from: string, every: "week" | "month", day: string): string {
  let steps = 0;
  while (dayAfterSteps(from, every, steps) <= day) steps += 1;
  return dayAfterSteps(from, every, steps);
}
