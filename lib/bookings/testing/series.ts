import type { House } from "@/db/testing/house";
import type { Actor } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { bookSeries } from "../book-series";
import { bookSeriesInput } from "../series-input";
import { hourOf } from "./desk-books";

export type SeriesWish = {
  at?: Date;
  weeks?: number;
  times?: number;
  phone?: string;
  staff?: number | "any";
  instead?: { date: string; startsAt?: string }[];
  key?: string;
  seen?: { totalMinor: number };
};

/** The first service by the first person, every week from the day after tomorrow on. */
export function comeRound(house: House, actor: Actor, wish: SeriesWish = {}) {
  const { at = hourOf(10, 2), weeks = 1, times = 4, phone = "0711550020", staff = 0, ...more } = wish;
  const input = bookSeriesInput.parse({
    lines: [{ serviceId: house.serviceIds[0], ...(staff === "any" ? {} : { staffId: house.staffIds[staff] }) }],
    startsAt: at.toISOString(),
    customer: { name: "Achieng", phone },
    weeks,
    times,
    ...more,
  });
  return withTenant(house.tenantId, actor, (scope) => bookSeries(scope, input));
}
