import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";
import { readRates } from "./internal/read-rates";
import type { Rate } from "./rules";

export type ShownRate = Pick<Rate, "staffId" | "about" | "thingId" | "kind" | "rate" | "fromDay"> & {
  staffName: string | null;
  thingName: string | null;
};
export type Choosable = { id: string; name: string; priceMinor: number };
export type RateList = {
  rates: ShownRate[];
  staff: { id: string; name: string }[];
  services: Choosable[];
  products: Choosable[];
  currency: string;
};

/** The rates that count now, and whom and what there can be one for. */
export async function listRates(scope: Scope): Promise<RateList> {
  const { tenantId, tx } = scope;
  const [all, [house]] = await Promise.all([
    readRates(scope),
    tx.execute<{ about: string; currency: string }>(sql`
      select t.currency, json_build_object(
        'staff', (select coalesce(json_agg(json_build_object('id', id, 'name', name) order by name, id), '[]')
          from staff where tenant_id = t.id and active),
        'services', (select coalesce(json_agg(json_build_object('id', id, 'name', name, 'priceMinor', price_minor)
          order by name, id), '[]') from services where tenant_id = t.id and active),
        'products', (select coalesce(json_agg(json_build_object('id', id, 'name', name, 'priceMinor', price_minor)
          order by name, id), '[]') from products where tenant_id = t.id and active),
        'names', (select coalesce(json_object_agg(id, name), '{}') from (
          select id, name from staff where tenant_id = t.id union all select id, name from services where tenant_id = t.id
          union all select id, name from products where tenant_id = t.id) n))::text as about
      from tenants t where t.id = ${tenantId}`),
  ]);
  const { names, ...choosable } = JSON.parse(house!.about) as Omit<RateList, "rates" | "currency"> & {
    names: Record<string, string>;
  };
  // The last one of each is the one that counts.
  const newest = new Map(all.map((rate) => [`${rate.staffId} ${rate.about} ${rate.thingId}`, rate]));
  const nameOf = (id: string | null) => (id ? (names[id] ?? null) : null);
  const rates = [...newest.values()].map((rate) => ({
    ...rate,
    staffName: nameOf(rate.staffId),
    thingName: nameOf(rate.thingId),
  }));
  return { ...choosable, rates, currency: house!.currency };
}
