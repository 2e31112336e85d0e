import { apiBase } from "@/app/_components/data/keys";
import type { Say } from "@/app/_words/say";
import { months } from "../calendar-words";

/** What of the expenses is shown; `expense`: which one is open beside them. */
export type Shown = {
  expense?: string | undefined;
  month?: string | undefined;
  category?: string | undefined;
  cursor?: string | undefined;
};

export const queryOf = (shown: Shown): string => {
  const set = Object.entries(shown).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return set.length > 0 ? `?${new URLSearchParams(set)}` : "";
};

export const expensesKey = (tenantId: string, shown: Shown): string => `${apiBase(tenantId)}/expenses${queryOf(shown)}`;
export const expenseKey = (tenantId: string, id: string): string => `${apiBase(tenantId)}/expenses/${id}`;
export const slipAddress = (tenantId: string, id: string): string => `${expenseKey(tenantId, id)}/photo`;
export const exportAddress = (tenantId: string, { month, category }: Shown): string =>
  `${apiBase(tenantId)}/expenses/export${queryOf({ month, category })}`;

export const monthWords = (say: Say, month: string): string =>
  `${say(months[Number(month.slice(5)) - 1]!)} ${month.slice(0, 4)}`;
export const monthAfter = (month: string, steps: number): string => {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + steps;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
};
