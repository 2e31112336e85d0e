import { apiBase } from "@/app/_components/data/keys";
import type { VisitFilters } from "@/lib/visits/input";

export const visitsKey = (tenantId: string, filters: VisitFilters, cursor = ""): string => {
  const asked = Object.entries({ ...filters, cursor }).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const query = new URLSearchParams(asked).toString();
  return `${apiBase(tenantId)}/visits${query && `?${query}`}`;
};

export const visitKey = (tenantId: string, id: string): string => `${apiBase(tenantId)}/visits/${id}`;
