import { headOf, writePosition } from "@/lib/tenancy/head";
import type { Scope } from "@/lib/tenancy/scope";
import { bookingItems, stillToCome } from "./internal/booking-items";

export type { BookingItem } from "./internal/booking-items";

/** Who comes next: live bookings that have not ended, soonest first. */
export async function listNext(scope: Scope, { limit }: { limit: number }) {
  const [head, items] = await Promise.all([headOf(scope), bookingItems(scope, stillToCome(), limit)]);
  return { items, position: writePosition(head), seq: head.seq };
}
