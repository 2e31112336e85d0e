import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { type BookedAs, bookings } from "@/db/schema/bookings";
import { bookingHandovers, type HandoverChoice } from "@/db/schema/customer-files";
import { recordAudit } from "@/lib/auth/audit";
import { addByHand } from "@/lib/customers/add-by-hand";
import { addChild, type FamilyRefusal } from "@/lib/customers/family";
import { type GoneRefusal, notThere } from "@/lib/customers/gone";
import { archiveUnused, childNamed } from "@/lib/customers/handed-customer";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { requireRoom } from "@/lib/tenancy/plan-room";
import type { Scope } from "@/lib/tenancy/scope";
import type { HandOverInput } from "./hand-over-input";
import { lockBooking } from "./internal/lock-booking";

export type HandOverRefusal = { refusal: "unknown_booking" } | { refusal: "not_asked" } | FamilyRefusal;
export type HandedOver = { id: string; customerId: string };

/**
 * Whose a booking is that came in on somebody's number under another name: theirs after all, a child's of theirs, or
 * somebody's who is new. From then on it is that customer's, with its visit and its bill; who paid stays who paid.
 */
export async function handOver(
  scope: Scope,
  { bookingId, choice }: HandOverInput,
): Promise<Result<HandedOver, HandOverRefusal>> {
  // Before the booking is held: elsewhere, too, it is asked first.
  if (choice !== "same") await requireRoom(scope, "activeCustomers");
  const held = await lockBooking(scope, bookingId);
  if (!held) return refuse("unknown_booking");
  const bookedAs = await typedWith(scope, bookingId);
  const { customerId: from, customerName } = held;
  if (bookedAs.name === customerName) return refuse("not_asked");
  const found = await whoseItIs(scope, choice, { from, name: bookedAs.name });
  if (!found.ok) return found;
  const { to, added } = found.value;
  await point(scope, bookingId, to, choice === "same" ? { ...bookedAs, name: customerName } : bookedAs);
  const id = newId();
  const { actor, tenantId } = scope;
  await scope.tx.insert(bookingHandovers).values({
    ...{ tenantId, id, bookingId, choice, fromCustomerId: from, toCustomerId: to, added, bookedAs },
    ...{ byUserId: actor.kind === "member" ? actor.userId : null, createdAt: now() },
  });
  await recordAudit(scope, {
    action: "booking.handed_over",
    entity: "booking",
    entityId: bookingId,
    before: { customerId: from },
    after: { customerId: to, choice },
  });
  tell(scope, [from, to], held.staffIds);
  return ok({ id, customerId: to });
}

/** As it was before, as long as nothing else has been said since. */
export async function takeBackHandover(
  scope: Scope,
  bookingId: string,
): Promise<Result<HandedOver, { refusal: "unknown_booking" } | { refusal: "not_asked" } | GoneRefusal>> {
  const held = await lockBooking(scope, bookingId);
  if (!held) return refuse("unknown_booking");
  const [last] = await scope.tx
    .select()
    .from(bookingHandovers)
    .where(
      and(
        eq(bookingHandovers.tenantId, scope.tenantId),
        eq(bookingHandovers.bookingId, bookingId),
        isNull(bookingHandovers.undoneAt),
      ),
    )
    .orderBy(desc(bookingHandovers.createdAt), desc(bookingHandovers.id))
    .limit(1);
  if (!last || last.toCustomerId !== held.customerId) return refuse("not_asked");
  const { id, fromCustomerId: to, toCustomerId: from, added, bookedAs } = last;
  // Whoever was erased meanwhile, or has become one with somebody else, gets nothing back.
  const back = await notThere(scope, to);
  if (back.refusal !== "unknown_customer") return back;
  await point(scope, bookingId, to, bookedAs);
  await scope.tx
    .update(bookingHandovers)
    .set({ undoneAt: now() })
    .where(and(eq(bookingHandovers.tenantId, scope.tenantId), eq(bookingHandovers.id, id)));
  if (added) await archiveUnused(scope, from);
  await recordAudit(scope, {
    action: "booking.handed_back",
    entity: "booking",
    entityId: bookingId,
    before: { customerId: from },
    after: { customerId: to },
  });
  tell(scope, [from, to], held.staffIds);
  return ok({ id, customerId: to });
}

type Whose = { to: string; added: boolean };

async function whoseItIs(
  scope: Scope,
  choice: HandoverChoice,
  { from, name }: { from: string; name: string },
): Promise<Result<Whose, HandOverRefusal>> {
  if (choice === "same") return ok({ to: from, added: false });
  const known = choice === "dependant" ? await childNamed(scope, from, name) : null;
  if (known) return ok({ to: known, added: false });
  const made = choice === "dependant" ? await addChild(scope, from, { name }) : await addByHand(scope, { name });
  if (made.ok) return ok({ to: made.value.id, added: true });
  // Whoever has no number has nobody's.
  if (made.refusal === "phone_taken" || made.refusal === "invalid") throw new Error(`not added: ${made.refusal}`);
  return made;
}

async function typedWith({ tx, tenantId }: Scope, bookingId: string): Promise<BookedAs> {
  const [row] = await tx
    .select({ bookedAs: bookings.bookedAs })
    .from(bookings)
    .where(and(eq(bookings.tenantId, tenantId), eq(bookings.id, bookingId)));
  return row!.bookedAs;
}

/** The booking, what came of it, and what is charged for it. */
async function point({ tx, tenantId }: Scope, bookingId: string, customerId: string, bookedAs: BookedAs) {
  await tx
    .update(bookings)
    .set({ customerId, bookedAs })
    .where(and(eq(bookings.tenantId, tenantId), eq(bookings.id, bookingId)));
  for (const table of [sql`sales`, sql`visits`])
    await tx.execute(sql`
      update ${table} set customer_id = ${customerId} where tenant_id = ${tenantId} and booking_id = ${bookingId}`);
}

function tell(scope: Scope, customerIds: readonly string[], staffIds: string[]): void {
  for (const customerId of new Set(customerIds)) recordEvent(scope, { name: "customer.changed", customerId, staffIds });
}
