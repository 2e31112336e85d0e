import { sideSql } from "@/db/client";
import type { TenantStatus } from "@/db/schema/tenants";
import { isSlug } from "../slug";

/** What anybody may know of a business. */
export type PublicTenant = {
  id: string;
  slug: string;
  name: string;
  businessType: string;
  city: string;
  phone: string;
  timeZone: string;
  currency: string;
  locale: string;
  colour: string;
  status: TenantStatus;
};

/** The business behind a public address, or null. Its status may be anything: the page says what it means. */
export async function findTenant(slug: string): Promise<PublicTenant | null> {
  if (!isSlug(slug)) return null;
  const [row] = await sideSql()<PublicTenant[]>`
    select id, slug, name, business_type as "businessType", city, phone, time_zone as "timeZone", currency, locale,
      colour, status
    from door_tenant_by_slug(${slug})`;
  return row ? { ...row } : null;
}
