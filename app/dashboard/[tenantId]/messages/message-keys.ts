import { apiBase } from "@/app/_components/data/keys";
import type { MessageFilters } from "@/lib/notifications/input";

export function sentKey(tenantId: string, filters: MessageFilters, cursor = ""): string {
  const said = Object.entries({ ...filters, cursor }).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const query = new URLSearchParams(said).toString();
  return `${apiBase(tenantId)}/messages${query && `?${query}`}`;
}
