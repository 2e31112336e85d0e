import { sideSql } from "@/db/client";
import type { TenantStatus } from "@/db/schema/tenants";
import { singleton } from "@/lib/platform/singleton";
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

/** How long an answer serves everybody who asks. Short: a suspended business is closed within two seconds. */
const keptMs = 1_000;
const mostKept = 1_000;

type Kept = { tenant: Promise<PublicTenant | null>; until: number };
const kept = () => singleton("tenants-by-slug", () => new Map<string, Kept>());

/**
 * The business behind a public address, of now or of before, or null. Its status may be anything: the page says what it means. The answer
 * may be a second old; what must be exact (is it open now?) the verb reads again in its own transaction.
 */
export async function findTenant(slug: string): Promise<PublicTenant | null> {
  if (!isSlug(slug)) return null;
  const tenants = kept();
  const known = tenants.get(slug);
  if (known && performance.now() < known.until) return known.tenant;
  const tenant = ask(slug);
  // Made-up names and failures are not worth remembering.
  tenant.then(
    (found) => found ?? tenants.delete(slug),
    () => tenants.delete(slug),
  );
  if (tenants.size >= mostKept) tenants.clear();
  tenants.set(slug, { tenant, until: performance.now() + keptMs });
  return tenant;
}

async function ask(slug: string): Promise<PublicTenant | null> {
  const [row] = await sideSql()<PublicTenant[]>`
    select id, slug, name, business_type as "businessType", city, phone, time_zone as "timeZone", currency, locale,
      colour, logo, status, works_until as "worksUntil", address, map_link as "mapLink", whatsapp, about,
      about_sw as "aboutSw", listed, is_closing as "isClosing"
    from door_tenant_by_slug(${slug})`;
  return row ? { ...row } : null;
}
