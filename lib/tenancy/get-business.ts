import { sql } from "drizzle-orm";
import { now } from "@/lib/platform/clock";
import { headOf, writePosition } from "./head";
import { type BusinessType, languageOf } from "./rules";
import type { Scope } from "./scope";

/** What a house says of itself, for those who may change it. */
export type BusinessSettings = {
  name: string;
  businessType: BusinessType;
  city: string;
  address: string;
  mapLink: string | null;
  phone: string;
  whatsapp: string | null;
  email: string | null;
  about: string;
  aboutSw: string;
  timeZone: string;
  language: "en" | "sw";
  listed: boolean;
  slug: string;
  formerSlugs: string[];
  colour: string;
  /** Names its sign; null for its initials. */
  logo: string | null;
  currency: string;
  status: string;
  /** While some are to come, their times are those of this zone. */
  toCome: number;
  position: string;
};

type Row = Omit<BusinessSettings, "language" | "toCome" | "position"> & { locale: string; toCome: string };

export async function getBusiness(scope: Scope): Promise<BusinessSettings> {
  const head = await headOf(scope);
  const [row] = await scope.tx.execute<Row>(sql`
    select name, business_type as "businessType", city, address, map_link as "mapLink", phone, whatsapp, email, about,
      about_sw as "aboutSw", time_zone as "timeZone", locale, listed, slug, former_slugs as "formerSlugs", colour, logo, currency,
      status, ${toCome()} as "toCome"
    from tenants t where t.id = ${scope.tenantId}`);
  if (!row) throw new Error(`tenant ${scope.tenantId} is not there`);
  const { locale, toCome: many, ...house } = row;
  return { ...house, language: languageOf(locale), toCome: Number(many), position: writePosition(head) };
}

/** Of tenant `t`: what is booked, held or asked for and has not ended. */
export const toCome = () => sql`(select count(*) from bookings b where b.tenant_id = t.id
  and b.status in ('requested', 'held', 'confirmed', 'arrived', 'in_service') and b.ends_at > ${now().toISOString()})`;
