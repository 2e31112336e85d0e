import { sql } from "drizzle-orm";
import { ownChild } from "@/lib/customers/own-children";
import { type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { type AgainRefusal, bookAgain } from "./book-again";
import type { Booked } from "./book-slot";
import type { BookAgainInput } from "./input";

/** `isTheirs`: the child had it, not who answers for them. */
type FamilyBooking = { id: string; isTheirs: boolean; services: string[] };

/** What a child had last, or, of one who has not been here, what who answers for them had. Null for nobody's child. */
export async function lastOfFamily(
  scope: Scope,
  ownId: string,
  childId: string,
): Promise<{ child: { id: string; name: string }; last: FamilyBooking | null } | null> {
  const child = await ownChild(scope, ownId, childId);
  if (!child || child.archived) return null;
  const [last] = await scope.tx.execute<FamilyBooking>(sql`
    select b.id, b.customer_id = ${childId} as "isTheirs",
      array(select l.service_name from booking_lines l where l.tenant_id = b.tenant_id and l.booking_id = b.id
        order by l.position) as services
    from bookings b
    where b.tenant_id = ${scope.tenantId} and b.customer_id in (${childId}, ${ownId})
      and b.status in ('requested', 'confirmed', 'arrived', 'in_service', 'completed')
    order by "isTheirs" desc, b.starts_at desc, b.id desc limit 1`);
  return { child: { id: child.id, name: child.name }, last: last ?? null };
}

/** The same as last time, for a child of theirs, at another time. */
export async function bookForChild(
  scope: Scope,
  { ownId, childId, ...wish }: BookAgainInput & { ownId: string; childId: string },
): Promise<Result<Booked, AgainRefusal>> {
  const family = await lastOfFamily(scope, ownId, childId);
  if (!family?.last) return refuse("unknown_booking");
  return bookAgain(scope, { id: family.last.id, ...wish }, { source: "public", child: family.child });
}
