import { sideSql } from "@/db/client";
import { now } from "@/lib/platform/clock";

export type OpenTenant = {
  slug: string;
  name: string;
  businessType: string;
  city: string;
  address: string;
  colour: string;
  logo: string | null;
  timeZone: string;
  /** When it is open, as lib/bookings/opening-hours reads it. */
  hours: string;
};

type Search = { words: string; businessType?: string | undefined; skip: number; most: number };

const mostWords = 6;

/** Words as somebody typed them, such as the database can compare. */
const wordsIn = (typed: string): string[] =>
  typed
    .replaceAll("\0", "")
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .split(/[\s,]+/)
    .filter(Boolean)
    .slice(0, mostWords);

/** Businesses that take bookings and want to be found. Each word is in the name, the place, or what is sold there. */
export async function findOpenTenants({ words, businessType, skip, most }: Search) {
  const rows = await sideSql()<(OpenTenant & { total: string })[]>`
    select slug, name, business_type as "businessType", city, address, colour, logo, time_zone as "timeZone",
      hours::text as hours, total
    from door_find_tenants(${wordsIn(words)}, ${businessType ?? ""}, ${now()}, ${skip}, ${most})`;
  return { found: rows.map(({ total: _, ...row }) => row), total: Number(rows[0]?.total ?? 0) };
}
