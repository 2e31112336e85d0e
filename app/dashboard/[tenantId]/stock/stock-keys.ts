import { apiBase } from "@/app/_components/data/keys";

const base = (tenantId: string): string => `${apiBase(tenantId)}/stock`;
export const stockKey = (tenantId: string, low: boolean): string => `${base(tenantId)}${low ? "?low=yes" : ""}`;
export const productStockKey = (tenantId: string, productId: string, cursor?: string): string =>
  `${base(tenantId)}/${productId}${cursor ? `?${new URLSearchParams({ cursor })}` : ""}`;
export const countsKey = (tenantId: string): string => `${base(tenantId)}/counts`;
export const countKey = (tenantId: string, countId: string): string => `${base(tenantId)}/counts/${countId}`;
export const recipesKey = (tenantId: string): string => `${base(tenantId)}/recipes`;

/** Where the screens are. */
export const shelfAddress = (tenantId: string): string => `/dashboard/${tenantId}/stock`;
export const productAddress = (tenantId: string, productId: string): string => `${shelfAddress(tenantId)}/${productId}`;
export const countAddress = (tenantId: string, countId: string): string =>
  `${shelfAddress(tenantId)}/counts/${countId}`;
