import { apiBase } from "@/app/_components/data/keys";

/** What a report is asked for, as it stands in the address: named days or own ones, and what they are compared with. */
export type AskedDays = {
  period?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  compare?: string | undefined;
};

/** `?period=7d&compare=before`; what is not asked for is left out. */
export function reportQuery(asked: Record<string, string | undefined>): string {
  const given = Object.entries(asked).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return given.length > 0 ? `?${new URLSearchParams(given)}` : "";
}

/** Where a report's numbers are: `revenue`, `customers` and so on. */
export const reportKey = (tenantId: string, report: string, asked: Record<string, string | undefined>): string =>
  `${apiBase(tenantId)}/analytics/${report}${reportQuery(asked)}`;

/** The year and its months, whatever days are looked at. */
export const overviewKey = (tenantId: string): string => `${apiBase(tenantId)}/analytics`;

export const daysOnly = ({ period, from, to, compare }: AskedDays): AskedDays => ({ period, from, to, compare });
