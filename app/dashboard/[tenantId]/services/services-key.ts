import { apiBase } from "@/app/_components/data/keys";

export const servicesKey = (tenantId: string): string => `${apiBase(tenantId)}/services`;
