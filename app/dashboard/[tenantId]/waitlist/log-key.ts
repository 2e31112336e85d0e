import { apiBase } from "@/app/_components/data/keys";

/** Where a page of the log of offers comes from. */
export const logKey = (tenantId: string, cursor: string): string =>
  `${apiBase(tenantId)}/waitlist/log?limit=50${cursor && `&cursor=${cursor}`}`;
