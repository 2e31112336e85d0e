import type { RevenueRowsQuery } from "@/lib/analytics/input";
import { reportKey } from "../report-keys";

export type AskedRows = Omit<RevenueRowsQuery, "limit" | "cursor">;

export const rowsKey = (tenantId: string, asked: AskedRows, cursor: string): string =>
  reportKey(tenantId, "revenue/rows", { ...asked, cursor });
