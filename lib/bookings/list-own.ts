import { sql } from "drizzle-orm";
import { familyOf } from "@/lib/customers/own-customer";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import { bookingToken } from "./booking-token";
import { bookingItems } from "./internal/booking-items";

export type OwnBooking = {
  reference: string;
  status: string;
  startsAt: string;
  services: string[];
  staffNames: string[];
  customerName: string;
  token: string;
};

/** What a customer and their children have to come, soonest first. */
export async function listOwn(scope: Scope, customerId: string): Promise<OwnBooking[]> {
  const family = await familyOf(scope, customerId);
  const items = await bookingItems(
    scope,
    sql`b.customer_id = any(${`{${family.join(",")}}`}::uuid[]) and b.ends_at > ${now().toISOString()}
      and b.status in ('requested', 'held', 'confirmed', 'arrived', 'in_service')`,
    50,
  );
  return items.map(({ id, reference, status, startsAt, services, staffNames, customerName }) => ({
    reference,
    status,
    startsAt,
    services,
    staffNames,
    customerName,
    token: bookingToken(id),
  }));
}
