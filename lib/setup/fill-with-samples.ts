import { sql } from "drizzle-orm";
import { customers } from "@/db/schema/customers";
import { recordAudit } from "@/lib/auth/audit";
import { bookSlot } from "@/lib/bookings/book-slot";
import { recordEvent } from "@/lib/events/record-event";
import { addDays, atMinute, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { openSaleInput, takePaymentInput } from "@/lib/till/input";
import { openSale } from "@/lib/till/open-sale";
import { payAtCounter } from "@/lib/till/pay-at-counter";
import { lockSamples } from "./internal/lock-samples";
import { sampleDays, sampleMinutes, samplePeople, sampleSales, sampleTag } from "./sample-people";

export type FillRefusal =
  /** Somebody real has booked: made-up people would stand among them. */
  | { refusal: "has_begun" }
  /** There is no service that somebody does. */
  | { refusal: "nothing_sold" };

type Offer = { serviceId: string; staffId: string };
type Person = { id: string; name: string };

/** A handful of people who do not exist, with bookings of this week and two sales, by the verbs that make real ones. */
export async function fillWithSamples(scope: Scope): Promise<Result<null, FillRefusal>> {
  await lockSamples(scope);
  const { tx, tenantId } = scope;
  const [house] = await tx.execute<{ timeZone: string; isFilled: boolean; hasBegun: boolean; offers: Offer[] }>(sql`
    select t.time_zone as "timeZone",
      exists (select from customers c where c.tenant_id = t.id and c.is_sample) as "isFilled",
      exists (select from bookings b join customers c on c.tenant_id = b.tenant_id and c.id = b.customer_id
        where b.tenant_id = t.id and not c.is_sample) as "hasBegun",
      (select coalesce(json_agg(json_build_object('serviceId', s.id, 'staffId', p.id) order by s.position, p.position), '[]')
        from staff_services d
        join services s on s.tenant_id = d.tenant_id and s.id = d.service_id and s.active and s.archived_at is null
        join staff p on p.tenant_id = d.tenant_id and p.id = d.staff_id and p.active and p.archived_at is null
        where d.tenant_id = t.id) as offers
    from tenants t where t.id = ${tenantId}`);
  if (!house) throw new Error(`tenant ${tenantId} is not there`);
  if (house.isFilled) return ok(null);
  if (house.hasBegun) return refuse("has_begun");
  if (house.offers.length === 0) return refuse("nothing_sold");
  const people = samplePeople.map((name) => ({ id: newId(), name }));
  await tx
    .insert(customers)
    .values(people.map((one) => ({ ...one, tenantId, tags: [sampleTag], isSample: true, createdAt: now() })));
  for (const [at, person] of people.entries()) await book(scope, house, person, at);
  for (const [at, { id }] of people.slice(0, sampleSales).entries()) await sell(scope, house.offers, id, at);
  await recordAudit(scope, {
    action: "samples.added",
    entity: "tenant",
    entityId: tenantId,
    after: { customers: people.length },
  });
  recordEvent(scope, { name: "samples.changed", tenantId });
  return ok(null);
}

/** On the first time of their day that is free, or on none. */
async function book(
  scope: Scope,
  { timeZone, offers }: { timeZone: string; offers: Offer[] },
  who: Person,
  at: number,
) {
  const { serviceId } = offers[at % offers.length]!;
  const day = addDays(localDate(now(), timeZone), sampleDays[at % sampleDays.length]!);
  for (const minute of sampleMinutes) {
    const startsAt = atMinute(day, minute, timeZone);
    if (startsAt <= now()) continue;
    const wish = { lines: [{ serviceId }], startsAt, customer: who, notes: "" };
    const booked = await bookSlot(scope, wish, { source: "desk", imported: { tells: false }, isSample: true });
    if (booked.ok) return;
  }
}

/** By card: the drawer is counted in notes that are there. */
async function sell(scope: Scope, offers: readonly Offer[], customerId: string, at: number): Promise<void> {
  const lines = [offers[at % offers.length]!];
  const opened = await openSale(scope, openSaleInput.parse({ customerId, lines, key: newId() }));
  if (!opened.ok) throw new Error(`a sample sale was refused: ${opened.refusal}`);
  const { id: saleId, owedMinor } = opened.value;
  if (owedMinor === 0) return;
  const wish = { saleId, method: "card", amountMinor: owedMinor, key: newId() };
  const paid = await payAtCounter(scope, takePaymentInput.parse(wish));
  if (!paid.ok) throw new Error(`a sample payment was refused: ${paid.refusal}`);
}
