import { addDays } from "@/lib/platform/calendar";
import { serviceIdOf, staffIdOf, tenantIdOf } from "./base";
import type { DemoBusiness } from "./businesses";
import type { PlannedBooking } from "./day-plan";
import { resourceIdOf } from "./house-rules";
import type { DemoCustomer } from "./people";
import { range } from "./rows";
import { type Dice, demoId, demoReference, dice } from "./stable";
import { clock, midnight } from "./wall-clock";

const minute = 60_000;

export type Placed = {
  plan: PlannedBooking;
  customer: DemoCustomer;
  startsAt: Date;
  endsAt: Date;
  row: Record<string, unknown> & { source: string; created_at: Date };
};

/** Gives each planned booking its customer: first visits first, nobody twice on a day, children get their hair done. */
export function book(
  business: DemoBusiness,
  date: string,
  plans: PlannedBooking[],
  customers: DemoCustomer[],
  now: Date,
): Placed[] {
  const throws = dice(`customers ${business.slug} ${date}`);
  const dayEnds = midnight(addDays(date, 1), business.timeZone);
  const dayBegins = midnight(date, business.timeZone);
  const known = customers.filter(({ createdAt }) => createdAt < dayEnds);
  const firstTimers = known.filter(({ createdAt }) => createdAt >= dayBegins);
  const seen = new Set<string>();
  return plans.map((plan) => {
    const isNext = (person: DemoCustomer) => !seen.has(person.id) && suits(plan, person);
    const candidates = known.filter(isNext);
    const customer = (plan.lead < 2 ? firstTimers.find(isNext) : undefined) ?? throws.pick(candidates);
    seen.add(customer.id);
    return place(business, date, plan, customer, throws, now);
  });
}

export const suits = ({ lines }: PlannedBooking, { guardianId }: DemoCustomer): boolean =>
  !guardianId || lines.every(({ service }) => ["cornrows", "blow-dry"].includes(service.key));

export function place(
  business: DemoBusiness,
  date: string,
  plan: PlannedBooking,
  customer: DemoCustomer,
  throws: Dice,
  now: Date,
): Placed {
  const startsAt = clock(date, plan.lines[0]!.from, business.timeZone);
  const endsAt = clock(date, plan.lines.at(-1)!.to, business.timeZone);
  const wished = startsAt.getTime() - plan.lead * 1440 * minute - throws.between(45, 600) * minute;
  const latest = now.getTime() - throws.between(2, 300) * minute;
  const friend = throws.chance(0.03) ? "Mary Njambi" : customer.name;
  const row = {
    tenant_id: tenantIdOf(business),
    id: plan.id,
    reference: demoReference(plan.key),
    customer_id: customer.id,
    status: plan.cancelled ? "cancelled" : "confirmed",
    source: customer.phone ? plan.source : "desk",
    starts_at: startsAt,
    ends_at: endsAt,
    total_minor: plan.lines.reduce((sum, { service }) => sum + service.price * 100, 0),
    currency: "KES",
    booked_as: { name: friend },
    notes: plan.notes,
    created_at: new Date(Math.min(wished, latest)),
  };
  return { plan, customer, startsAt, endsAt, row };
}

const lineIdOf = (plan: PlannedBooking, position: number) => demoId(`${plan.key}/line/${position}`);

export const lineRows = (business: DemoBusiness, { plan, startsAt }: Placed) =>
  plan.lines.map(({ service, from, to, staff }, position) => ({
    tenant_id: tenantIdOf(business),
    id: lineIdOf(plan, position),
    booking_id: plan.id,
    position,
    service_id: serviceIdOf(business, service.key),
    service_name: service.name,
    staff_id: staffIdOf(business, (staff ?? plan.staff).key),
    any_staff: plan.lead % 2 === 0,
    starts_at: after(startsAt, from - plan.lines[0]!.from),
    ends_at: after(startsAt, to - plan.lines[0]!.from),
    segments: service.segments,
    buffer_before_minutes: service.before ?? 0,
    buffer_after_minutes: service.after ?? 0,
    price_minor: service.price * 100,
    currency: "KES",
  }));

/** A row per stretch of work; in the gap of a colour the chair is free. */
export const occupancyRows = (business: DemoBusiness, { plan, startsAt }: Placed) =>
  plan.lines.flatMap(({ service, from, staff, seat }, position) => {
    let at = from - plan.lines[0]!.from;
    return service.segments.flatMap((segment, number) => {
      const begins = at;
      at += segment.minutes;
      if (segment.kind === "gap") return [];
      return {
        tenant_id: tenantIdOf(business),
        id: demoId(`${plan.key}/time/${position}/${number}`),
        staff_id: staffIdOf(business, (staff ?? plan.staff).key),
        span: range(after(startsAt, begins), after(startsAt, at)),
        lanes: seat === undefined ? "[0,)" : `[${seat},${seat + 1})`,
        seat_of: seat === undefined ? null : serviceIdOf(business, service.key),
        active: !plan.cancelled,
        source: "booking",
        booking_line_id: lineIdOf(plan, position),
        buffer_before_minutes: service.before ?? 0,
        buffer_after_minutes: service.after ?? 0,
      };
    });
  });

/** How a booking was cancelled: whoever booked on the page did it there, most of the way to its time. */
export const cancelledRows = (business: DemoBusiness, { plan, startsAt, row }: Placed, now: Date) => {
  const made = row.created_at.getTime();
  return plan.cancelled
    ? [
        {
          tenant_id: tenantIdOf(business),
          id: demoId(`${plan.key}/cancelled`),
          booking_id: plan.id,
          move: "cancel",
          from_status: "confirmed",
          to_status: "cancelled",
          by_kind: row.source === "public" ? "customer" : "member",
          created_at: new Date(made + 0.8 * (Math.min(startsAt.getTime(), now.getTime()) - made)),
        },
      ]
    : [];
};

/** The chairs and rooms that a planned booking uses. Everybody has a place of their own, as far as there are enough. */
export const unitsOf = (business: DemoBusiness, plan: PlannedBooking) =>
  plan.lines.flatMap(({ service, from, to, staff }, position) =>
    (business.resources ?? [])
      .filter((resource) => resource.for.includes(service.key))
      .map(({ key, quantity }) => ({
        resourceId: resourceIdOf(business, key),
        lane: business.staff.indexOf(staff ?? plan.staff) % quantity,
        position,
        from,
        to,
      })),
  );

export const unitRows = (business: DemoBusiness, { plan, startsAt }: Placed) =>
  unitsOf(business, plan).map(({ resourceId, lane, position, from, to }) => ({
    tenant_id: tenantIdOf(business),
    id: demoId(`${plan.key}/unit/${position}/${resourceId}`),
    resource_id: resourceId,
    span: range(after(startsAt, from - plan.lines[0]!.from), after(startsAt, to - plan.lines[0]!.from)),
    lanes: `[${lane},${lane + 1})`,
    active: !plan.cancelled,
    source: "booking",
    booking_line_id: lineIdOf(plan, position),
    buffer_before_minutes: 0,
    buffer_after_minutes: 0,
  }));

const after = (at: Date, minutes: number) => new Date(at.getTime() + minutes * minute);
