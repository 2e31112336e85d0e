import { apiBase } from "@/app/_components/data/keys";
import type { ReportFormat } from "@/lib/analytics/rules";
import { type AskedDays, reportQuery } from "../report-keys";

export const profitKey = (tenantId: string, days: AskedDays): string =>
  `${apiBase(tenantId)}/reports/profit${reportQuery(days)}`;
export const profitDayKey = (tenantId: string, day: string): string => `${apiBase(tenantId)}/reports/profit/${day}`;
export const profitFile = (tenantId: string, days: AskedDays, format: ReportFormat): string =>
  `${apiBase(tenantId)}/reports/profit/export${reportQuery({ ...days, format })}`;
