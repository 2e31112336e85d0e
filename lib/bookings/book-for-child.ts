import { sql } from "drizzle-orm";
import { ownChild } from "@/lib/customers/own-children";
import { type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { type AgainRefusal, bookAgain } from "./book-again";
import type { Booked } from "./book-slot";
import type { BookAgainInput } from "./input";

/** What a child had last, or, of one who has not been here, what who answers for them had. Null for nobody's child. */
export async function lastOfFamily(
  scope: Scope,
  ownId: string,
  childId: string,
): Promise<{ child: { id: string; name: string }; bookingId: string | null; isTheirs: boolean } | null> {
  const child = await ownChild(scope, ownId, childId);
  if (!child || child.archived) return null;
  const [last] = await scope.tx.execute<{ id: string; theirs: boolean }>(sql`
    select b.id, b.customer_id = ${childId} as theirs from bookings b
    where b.tenant_id = ${scope.tenantId} and b.customer_id in (${childId}, ${ownId})
      and b.status in ('requested', 'confirmed', 'arrived', 'in_service', 'completed')
    order by theirs desc, b.starts_at desc, b.id desc limit 1`);
  return { child: { id: child.id, name: child.name }, bookingId: last?.id ?? null, isTheirs: last?.theirs ?? false };
}

/** The same as last time, for a child of theirs, at another time. */
export async function bookForChild(
  scope: Scope,
  { ownId, childId, ...wish }: BookAgainInput & { ownId: string; childId: string },
): Promise<Result<Booked, AgainRefusal>> {
  const last = await lastOfFamily(scope, ownId, childId);
  if (!last?.bookingId) return refuse("unknown_booking");
  return bookAgain(scope, { id: last.bookingId, ...wish }, { source: "public", child: last.child });
}
