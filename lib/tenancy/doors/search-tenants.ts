import { sideSql } from "@/db/client";

export type FoundTenant = { slug: string; name: string; businessType: string; city: string };

/** Businesses that are open to the public, by name; at most `most` of them. */
export async function searchTenants(search: string, most = 20): Promise<FoundTenant[]> {
  const rows = await sideSql()<FoundTenant[]>`
    select slug, name, business_type as "businessType", city from door_open_tenants(${search
      .replaceAll("\0", "")
      .slice(0, 80)
      .replace(/\p{Surrogate}/gu, "\ufffd")}, ${most})`;
  return rows.map((row) => ({ ...row }));
}
