import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";
import { type BookingItem, bookingItems } from "./internal/booking-items";

export type BookingFacts = BookingItem;

/** One booking, or null when there is none that this actor may see. */
export const getBooking = async (scope: Scope, id: string): Promise<BookingFacts | null> =>
  (await bookingItems(scope, sql`b.id = ${id}`, 1))[0] ?? null;
