import { apiBase } from "@/app/_components/data/keys";

export const rewardsKey = (tenantId: string): string => `${apiBase(tenantId)}/rewards`;
export const statsKey = (tenantId: string): string => `${rewardsKey(tenantId)}/stats`;
/** `status`: of which state; everything where none is named. */
export type ShownCodes = { status?: string | undefined; customer?: string | undefined; cursor?: string | undefined };
export const codesKey = (tenantId: string, shown: ShownCodes): string => {
  const set = Object.entries(shown).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return `${apiBase(tenantId)}/customer-rewards${set.length > 0 ? `?${new URLSearchParams(set)}` : ""}`;
};
export const codeKey = (tenantId: string, id: string): string => `${apiBase(tenantId)}/customer-rewards/${id}`;
export const pointsKey = (tenantId: string, customerId: string): string =>
  `${apiBase(tenantId)}/customers/${customerId}/points`;
