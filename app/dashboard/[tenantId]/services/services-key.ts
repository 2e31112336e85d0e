import { apiBase } from "@/app/_components/data/keys";

export const servicesKey = (tenantId: string): string => `${apiBase(tenantId)}/services`;
export const photoAddress = (tenantId: string, serviceId: string): string =>
  `${servicesKey(tenantId)}/${serviceId}/photo`;
