import { apiBase } from "@/app/_components/data/keys";

export const teamKey = (tenantId: string): string => `${apiBase(tenantId)}/members`;
