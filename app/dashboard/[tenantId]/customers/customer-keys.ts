import { apiBase } from "@/app/_components/data/keys";

/** Where the data of these screens is, which is also what it is kept under. */
export const privacyKey = (tenantId: string, customerId: string) =>
  `${apiBase(tenantId)}/customers/${customerId}/privacy`;

export const exportAddress = (tenantId: string, customerId: string, format: "csv" | "json") =>
  `${apiBase(tenantId)}/customers/${customerId}/export?format=${format}`;

export const customersAddress = (tenantId: string, path = "") => `/dashboard/${tenantId}/customers${path}`;

export const importsKey = (tenantId: string, cursor = "") =>
  `${apiBase(tenantId)}/customers/imports${cursor && `?cursor=${cursor}`}`;

export const importKey = (tenantId: string, importId: string) => `${apiBase(tenantId)}/customers/imports/${importId}`;

export const errorsAddress = (tenantId: string, importId: string) => `${importKey(tenantId, importId)}/errors`;

export const duplicatesKey = (tenantId: string, cursor = "") =>
  `${apiBase(tenantId)}/customers/duplicates${cursor && `?${new URLSearchParams({ cursor })}`}`;

export const mergeKey = (tenantId: string, keptId: string, goneId: string) =>
  `${apiBase(tenantId)}/customers/${keptId}/merge?with=${goneId}`;
