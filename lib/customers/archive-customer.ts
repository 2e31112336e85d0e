import { and, eq, inArray, isNotNull, not, sql } from "drizzle-orm";
import { customers } from "@/db/schema/customers";
import { now } from "@/lib/platform/clock";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { requireRoom } from "@/lib/tenancy/plan-room";
import type { Scope } from "@/lib/tenancy/scope";
import { isGone, type NotThere, notThere } from "./gone";
import { lockCustomer } from "./internal/lock-customer";
import { recordChanged } from "./internal/record-changed";
import { writeDown } from "./internal/write-down";

export type ArchiveRefusal = { refusal: "unknown_customer" } | { refusal: "still_coming"; bookings: number };

/** Out of the lists, with everything that happened kept. Whoever has booked is still to come, and stays. */
export async function archiveCustomer(scope: Scope, id: string): Promise<Result<{ id: string }, ArchiveRefusal>> {
  const is = await lockCustomer(scope, id);
  if (!is) return refuse("unknown_customer");
  if (is.archived) return ok({ id });
  const [coming] = await scope.tx.execute<{ bookings: number }>(sql`
    select count(*)::int as bookings from bookings b where b.tenant_id = ${scope.tenantId} and b.customer_id = ${id}
      and b.ends_at > ${now().toISOString()} and b.status in ('requested', 'held', 'confirmed', 'arrived', 'in_service')`);
  if (coming!.bookings > 0) return refuse("still_coming", { bookings: coming!.bookings });
  await mark(scope, id, now());
  return ok({ id });
}

/** Back among those who are there. */
export async function restoreCustomer(scope: Scope, id: string): Promise<Result<{ id: string }, NotThere>> {
  const is = await lockCustomer(scope, id);
  if (!is || is.gone) return notThere(scope, id);
  if (!is.archived) return ok({ id });
  if (is.phone) await requireRoom(scope, "activeCustomers");
  await mark(scope, id, null);
  return ok({ id });
}

/** Whoever was put away and books again is there again: nobody turns them away, and nobody has to think of it. */
export async function restoreWhoBooked(scope: Scope, placed: readonly { customerId: string }[]): Promise<[]> {
  const back = await scope.tx
    .select({ id: customers.id })
    .from(customers)
    .where(
      and(
        eq(customers.tenantId, scope.tenantId),
        inArray(customers.id, [...new Set(placed.map(({ customerId }) => customerId))]),
        isNotNull(customers.archivedAt),
        not(isGone(customers)),
      ),
    )
    .orderBy(customers.id)
    .for("update");
  for (const { id } of back) await mark(scope, id, null);
  return [];
}

/** The same for who has shown that a number is theirs. */
export async function restoreByPhone(scope: Scope, phone: string): Promise<void> {
  const [put] = await scope.tx
    .select({ id: customers.id })
    .from(customers)
    .where(
      and(
        eq(customers.tenantId, scope.tenantId),
        eq(customers.phone, phone),
        isNotNull(customers.archivedAt),
        not(isGone(customers)),
      ),
    )
    .for("update");
  if (put) await mark(scope, put.id, null);
}

async function mark(scope: Scope, id: string, archivedAt: Date | null): Promise<void> {
  await scope.tx
    .update(customers)
    .set({ archivedAt })
    .where(and(eq(customers.tenantId, scope.tenantId), eq(customers.id, id)));
  await writeDown(scope, id, { archived: archivedAt === null }, { archived: archivedAt !== null });
  await recordChanged(scope, id);
}
