import { sideSql } from "@/db/client";
import type { TenantStatus } from "@/db/schema/tenants";
import { keptAnswers } from "@/lib/platform/kept-answers";
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
  /** Names its sign; null for its initials. */
  logo: string | null;
  address: string;
  mapLink: string | null;
  whatsapp: string | null;
  about: string;
  aboutSw: string;
  listed: boolean;
  status: TenantStatus;
  /** After it nothing new is booked; null: no end. */
  worksUntil: Date | null;
  /** Its owner closes it: it is here no more for customers. */
  isClosing: boolean;
};

/** Short: a suspended business is closed within two seconds. */
const kept = keptAnswers<PublicTenant>("tenants-by-slug", { most: 1_000, ms: 1_000 });

/**
 * The business behind a public address, of now or of before, or null. Its status may be anything: the page says what it means. The answer
 * may be a second old; what must be exact (is it open now?) the verb reads again in its own transaction.
 */
export const findTenant = async (slug: string): Promise<PublicTenant | null> =>
  isSlug(slug) ? kept(slug, () => ask(slug)) : null;

async function ask(slug: string): Promise<PublicTenant | null> {
  const [row] = await sideSql()<PublicTenant[]>`
    select id, slug, name, business_type as "businessType", city, phone, time_zone as "timeZone", currency, locale,
      colour, logo, status, works_until as "worksUntil", address, map_link as "mapLink", whatsapp, about,
      about_sw as "aboutSw", listed, is_closing as "isClosing"
    from door_tenant_by_slug(${slug})`;
  return row ? { ...row } : null;
}
