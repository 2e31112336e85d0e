import { reportQuery } from "./report-keys";

/** Where a number of the money report opens to its rows. */
export const rowsAddress = (tenantId: string, asked: Record<string, string | undefined>): string =>
  `/dashboard/${tenantId}/reports/rows${reportQuery(asked)}`;
