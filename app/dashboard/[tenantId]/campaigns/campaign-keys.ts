import { apiBase } from "@/app/_components/data/keys";

const base = (tenantId: string) => `${apiBase(tenantId)}/campaigns`;
const withQuery = (at: string, said: Record<string, string | undefined>) => {
  const query = new URLSearchParams(Object.entries(said).filter((pair): pair is [string, string] => Boolean(pair[1])));
  return `${at}${query.size > 0 ? `?${query}` : ""}`;
};

export const campaignsKey = (tenantId: string, cursor = ""): string => withQuery(base(tenantId), { cursor });
export const campaignKey = (tenantId: string, id: string): string => `${base(tenantId)}/${id}`;
export const recipientsKey = (tenantId: string, id: string, state: string, cursor = ""): string =>
  withQuery(`${campaignKey(tenantId, id)}/recipients`, { state, cursor });
export const automaticKey = (tenantId: string): string => `${base(tenantId)}/automatic`;
export const previewKey = (tenantId: string, said: Record<string, string>): string =>
  withQuery(`${base(tenantId)}/preview`, said);

export const campaignsAddress = (tenantId: string, rest = ""): string => `/dashboard/${tenantId}/campaigns${rest}`;
