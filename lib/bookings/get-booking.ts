import { sql } from "drizzle-orm";
import { type CustomerCard, customerCard } from "@/lib/customers/customer-card";
import { now } from "@/lib/platform/clock";
import { ownStaffOnly } from "@/lib/tenancy/own";
import type { Scope } from "@/lib/tenancy/scope";
import { type AskedToMove, askedToMove, notTakenBack } from "./internal/asked";
import { type BookingItem, bookingItems } from "./internal/booking-items";
import { type BookingFee, feeFor } from "./internal/fees";
import { type Handed, handedOver } from "./internal/handed";
import { type InSeries, seriesOf } from "./internal/in-series";
import { type Proposal, proposalsFor } from "./internal/proposals";
import type { PastStep } from "./rules";

export type BookingFacts = BookingItem & {
  customer: CustomerCard;
  history: PastStep[];
  /** Other times that are kept for the customer to choose. */
  proposals: Proposal[];
  /** Why it was put over something else when it was booked; why it was moved there is among the steps. */
  overbookedWhy: string;
  /** The house waits for them to choose another time. */
  asked: AskedToMove | null;
  /** Of several services, who does which and when. */
  parts: { id: string; service: string; staffName: string; startsAt: string; minutes: number }[];
  /** Classes in it, with how many places are taken, theirs among them. */
  classes: ClassSeats[];
  /** What they owe for it, or was waived. */
  fee: BookingFee | null;
  /** Those that come round with it, itself among them. */
  series: InSeries | null;
  /** It was said whose it is. */
  handed: Handed | null;
};

export type ClassSeats = { id: string; service: string; taken: number; seats: number };

/** One booking with its way so far, or null when there is none that this actor may see. */
export async function getBooking(scope: Scope, id: string): Promise<BookingFacts | null> {
  const { actor, tenantId } = scope;
  const [[item], customer, steps, proposals, asked, fee, classes, series, handed, parts] = await Promise.all([
    bookingItems(scope, sql`b.id = ${id}`, 1),
    customerCard(scope, sql`c.id = (select customer_id from bookings where tenant_id = ${tenantId} and id = ${id})`),
    scope.tx.execute<Step>(sql`
      select h.id, h.move, h.by_kind, u.name as who, h.reason, h.created_at from booking_changes h
      left join users u on u.id = h.by_user_id
      where h.tenant_id = ${tenantId} and h.booking_id = ${id} order by h.created_at, h.id`),
    proposalsFor(scope, id),
    askedToMove(scope, id),
    feeFor(scope, id),
    classesOf(scope, id),
    seriesOf(scope, id),
    handedOver(scope, id),
    scope.tx.execute<BookingFacts["parts"][number]>(sql`
      select l.id, l.service_name as service, p.name as "staffName", l.starts_at as "startsAt",
        (extract(epoch from l.ends_at - l.starts_at) / 60)::int as minutes
      from booking_lines l join staff p on p.tenant_id = l.tenant_id and p.id = l.staff_id
      where l.tenant_id = ${tenantId} and l.booking_id = ${id} order by l.position`),
  ]);
  if (!item || !customer) return null;
  const overbookedWhy = item.overbooked ? await whyOverbooked(scope, id) : "";
  return {
    ...item,
    customer,
    proposals,
    asked,
    overbookedWhy,
    // It would tell what the rest of the visit costs.
    fee: ownStaffOnly(actor) ? null : fee,
    classes,
    series,
    handed,
    parts: parts.map((part) => ({ ...part, startsAt: new Date(part.startsAt).toISOString() })),
    history: steps.map(({ by_kind, created_at, ...step }) => ({
      ...step,
      by: by_kind,
      at: new Date(created_at).toISOString(),
    })),
  };
}

function classesOf(scope: Scope, bookingId: string): Promise<ClassSeats[]> {
  const own = ownStaffOnly(scope.actor);
  return scope.tx.execute<ClassSeats>(sql`
    select l.id, l.service_name as service, s.seats, (
      select count(distinct coalesce(o.booking_line_id, o.hold_id))::int from occupancies o
      where o.tenant_id = l.tenant_id and o.active and o.staff_id = l.staff_id
        and (o.seat_of = l.service_id or o.booking_line_id = l.id)
        and o.span && tstzrange(l.starts_at, l.ends_at) and (o.expires_at is null or o.expires_at > ${now().toISOString()})
    ) as taken
    from booking_lines l join services s on s.tenant_id = l.tenant_id and s.id = l.service_id and s.seats > 1
    where l.tenant_id = ${scope.tenantId} and l.booking_id = ${bookingId} ${own ? sql`and l.staff_id = ${own}` : sql``}
    order by l.position`);
}

async function whyOverbooked({ tx, tenantId }: Scope, bookingId: string): Promise<string> {
  const [deed] = await tx.execute<{ reason: string | null }>(sql`
    select after::json->>'reason' as reason from audit_entries
    where tenant_id = ${tenantId} and entity_id = ${bookingId} and action = 'booking.overbooked'
      and not exists (select 1 from booking_changes h where h.tenant_id = ${tenantId} and h.booking_id = ${bookingId}
        and h.move = 'move' and ${notTakenBack()})`);
  return deed?.reason ?? "";
}

type Step = Pick<PastStep, "id" | "move" | "who" | "reason"> & { by_kind: PastStep["by"]; created_at: string };
