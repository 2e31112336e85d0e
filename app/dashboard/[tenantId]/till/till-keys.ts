import { apiBase } from "@/app/_components/data/keys";

export const tillKey = (tenantId: string, day?: string): string =>
  `${apiBase(tenantId)}/till${day ? `?day=${day}` : ""}`;
export const historyKey = (tenantId: string): string => `${apiBase(tenantId)}/till/history`;
export const closeKey = (tenantId: string, day?: string): string =>
  `${apiBase(tenantId)}/till/close${day ? `?day=${day}` : ""}`;
export const saleKey = (tenantId: string, id: string): string => `${apiBase(tenantId)}/sales/${id}`;
export const startKey = (tenantId: string, query: string): string => `${apiBase(tenantId)}/sales/start${query}`;
export const productsKey = (tenantId: string): string => `${apiBase(tenantId)}/products`;
