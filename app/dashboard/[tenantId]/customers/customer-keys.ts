import { apiBase } from "@/app/_components/data/keys";
import type { CustomerFilters } from "@/lib/customers/segment-input";
import type { TimelineKind } from "@/lib/customers/timeline-kinds";
import type { TopBy } from "@/lib/customers/top-customers";

const queryOf = (of: Record<string, string | undefined>): string => {
  const query = new URLSearchParams(Object.entries(of).filter((pair): pair is [string, string] => Boolean(pair[1])));
  return query.size > 0 ? `?${query}` : "";
};

const base = (tenantId: string): string => `${apiBase(tenantId)}/customers`;

export const customersKey = (tenantId: string, filters: CustomerFilters, cursor = ""): string =>
  `${base(tenantId)}${queryOf({ ...filters, cursor })}`;
export const customerKey = (tenantId: string, id: string): string => `${base(tenantId)}/${id}`;
export const customerPhoto = (tenantId: string, id: string): string => `${customerKey(tenantId, id)}/photo`;
export const timelineKey = (tenantId: string, id: string, kind?: TimelineKind, cursor = ""): string =>
  `${customerKey(tenantId, id)}/timeline${queryOf({ kind, cursor })}`;
export const historyKey = (tenantId: string, id: string): string => `${customerKey(tenantId, id)}/service-history`;
export const groupsKey = (tenantId: string): string => `${base(tenantId)}/segments`;
export const exportAddress = (tenantId: string): string => `${base(tenantId)}/export`;
export const topKey = (tenantId: string, by: TopBy): string => `${apiBase(tenantId)}/top-customers${queryOf({ by })}`;

export const customerPage = (tenantId: string, id: string): string => `/dashboard/${tenantId}/customers/${id}`;

/** Where the data of these screens is, which is also what it is kept under. */
export const privacyKey = (tenantId: string, customerId: string) =>
  `${apiBase(tenantId)}/customers/${customerId}/privacy`;

export const heldAddress = (tenantId: string, customerId: string, format: "csv" | "json") =>
  `${apiBase(tenantId)}/customers/${customerId}/export?format=${format}`;

export const customersAddress = (tenantId: string, path = "") => `/dashboard/${tenantId}/customers${path}`;

export const duplicatesKey = (tenantId: string, cursor = "") =>
  `${apiBase(tenantId)}/customers/duplicates${cursor && `?${new URLSearchParams({ cursor })}`}`;

export const mergeKey = (tenantId: string, keptId: string, goneId: string) =>
  `${apiBase(tenantId)}/customers/${keptId}/merge?with=${goneId}`;
