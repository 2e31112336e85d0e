import { apiBase } from "@/app/_components/data/keys";

export const inboxKey = (tenantId: string, q: string, cursor = ""): string => {
  const set = Object.entries({ q, cursor }).filter(([, value]) => value !== "");
  return `${apiBase(tenantId)}/conversations${set.length > 0 ? `?${new URLSearchParams(set)}` : ""}`;
};

export const threadKey = (tenantId: string, id: string): string => `${apiBase(tenantId)}/conversations/${id}`;
