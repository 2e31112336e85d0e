import { apiBase } from "@/app/_components/data/keys";
import type { TimeOffQuery } from "@/lib/staff/time-off-input";

type Asked = Partial<Pick<TimeOffQuery, "view" | "staff" | "cursor">>;

/** As an address says it: what asks for nothing is left out. */
export function timeOffSearch({ view, staff, cursor }: Asked): string {
  const asked = { ...(view === "past" ? { view } : {}), ...(staff ? { staff } : {}), ...(cursor ? { cursor } : {}) };
  const query = new URLSearchParams(asked).toString();
  return query && `?${query}`;
}

export const timeOffKey = (tenantId: string, asked: Asked = {}): string =>
  `${apiBase(tenantId)}/time-off${timeOffSearch(asked)}`;
