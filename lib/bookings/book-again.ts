import { sql } from "drizzle-orm";
import type { BookedAs } from "@/db/schema/bookings";
import { idempotencyKey } from "@/lib/platform/idempotency";
import { type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { type Booked, type BookRefusal, bookSlot, type How } from "./book-slot";
import type { BookAgainInput } from "./input";
import { loadAgain } from "./internal/again";
import { answeredBefore } from "./internal/decide";

export type AgainRefusal = BookRefusal | { refusal: "unknown_booking" } | { refusal: "not_sold" };

type Who = { id: string; phone: string | null; booked_as: BookedAs; notes: string; is_proven: boolean };

/**
 * Books the same for the same customer at another time, through the door by which everybody books; sent twice with one key
 * it is one booking. `child`: for them instead, by who answers for them.
 */
export async function bookAgain(
  scope: Scope,
  { key, ...wish }: BookAgainInput & { id: string },
  { source, child }: Pick<How, "source"> & { child?: { id: string; name: string } },
): Promise<Result<Booked, AgainRefusal>> {
  const { id, startsAt, ...seen } = wish;
  const asks: How = {
    source,
    idempotency: key ? idempotencyKey("book-again", key, child ? { ...wish, childId: child.id } : wish) : undefined,
  };
  const [who] = await scope.tx.execute<Who>(sql`
    select c.id, c.phone, b.booked_as, b.status = 'completed' or b.source = 'desk' as is_proven,
      case when b.deposit = 'due' then b.notes else '' end as notes from bookings b
    join customers c on c.tenant_id = b.tenant_id and c.id = b.customer_id
    where b.tenant_id = ${scope.tenantId} and b.id = ${id}`);
  if (!who) return refuse("unknown_booking");
  // Whoever books on a number that they typed sees that booking's page: it says whose number it is once they have come, or
  // when the house has sent it to that number.
  const how = { ...asks, isProven: who.is_proven };
  const again = await loadAgain(scope, id);
  if (!again) return (await answeredBefore(scope, how)) ?? refuse("not_sold");
  if (child)
    return bookSlot(scope, { lines: again.asked, startsAt, customer: child, seen }, { ...asks, isProven: true });
  const { name, email } = who.booked_as;
  const customer = { name, ...(who.phone ? { phone: who.phone } : { id: who.id }), ...(email ? { email } : {}) };
  // What was typed for a visit that was never paid is typed for this one; of another visit it says nothing.
  const notes = who.notes ? { notes: who.notes } : {};
  return bookSlot(scope, { lines: again.asked, startsAt, customer, seen, ...notes }, how);
}
