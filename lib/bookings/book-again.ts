import { sql } from "drizzle-orm";
import type { BookedAs } from "@/db/schema/bookings";
import { type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { type Booked, type BookRefusal, bookSlot, type How } from "./book-slot";
import { loadAgain } from "./internal/again";

/** `totalMinor` is what was shown; when it no longer holds nothing is booked. */
export type AgainWish = { id: string; startsAt: Date; totalMinor: number };
export type AgainRefusal =
  | BookRefusal
  | { refusal: "unknown_booking" }
  | { refusal: "not_sold" }
  | { refusal: "no_phone" };

/** Books the same for the same customer at another time, through the door by which everybody books. */
export async function bookAgain(
  scope: Scope,
  { id, startsAt, totalMinor }: AgainWish,
  how: How,
): Promise<Result<Booked, AgainRefusal>> {
  const [who] = await scope.tx.execute<{ phone: string | null; booked_as: BookedAs }>(sql`
    select c.phone, b.booked_as from bookings b
    join customers c on c.tenant_id = b.tenant_id and c.id = b.customer_id
    where b.tenant_id = ${scope.tenantId} and b.id = ${id}`);
  if (!who) return refuse("unknown_booking");
  const again = await loadAgain(scope, id);
  if (!again) return refuse("not_sold");
  if (!who.phone) return refuse("no_phone");
  const { name, email } = who.booked_as;
  const customer = { name, phone: who.phone, ...(email ? { email } : {}) };
  return bookSlot(scope, { lines: again.asked, startsAt, customer, seen: { totalMinor } }, how);
}
