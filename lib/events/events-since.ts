import { sql } from "drizzle-orm";
import { localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import { type DomainEvent, entryOf } from "./catalogue";
import type { EventName } from "./rules";
import { type SlotDays, slotDaysOf } from "./slot-days";

/** An event ready to be told: in words, with who may hear them. */
export type ToldEvent = {
  seq: number;
  name: EventName;
  at: string;
  title: string;
  message: string;
  entity: string;
  entityId: string;
  audience: string[];
  /** Whose work it is about, for those who want to hear of their own only. */
  staffIds: string[];
  /** Which login did it: what one does oneself is no news to one. */
  by: string | null;
  /** For the public pages, which are told this and nothing else. */
  slotDays: SlotDays;
  /** The booking whose own page is told, if it is about one. */
  bookingId: string | null;
  /** The customer whose own corner is told, if it shows it. */
  customerId: string | null;
};

/** Farther ahead no page looks. */
const mostHorizon = 62;

type Row = {
  seq: string;
  name: EventName;
  at: Date | string;
  entity: string;
  entity_id: string;
  audience: string[];
  payload: Record<string, unknown>;
  by: string | null;
  customer_id: string | null;
  customer_name: string | null;
  time_zone: string;
  horizon: number;
  visit_minutes: number | null;
};

/**
 * The tenant's events after `seq`, in order. Names are joined now rather than kept in the log: what a person
 * corrected or had erased is told as it stands today.
 */
export async function eventsSince(scope: Scope, seq: number, most = 500): Promise<ToldEvent[]> {
  const rows = await scope.tx.execute<Row>(sql`
    select e.seq, e.name, e.created_at as at, e.entity, e.entity_id, e.audience, e.payload, t.time_zone, e.actor->>'userId' as by, e.customer_id,
      coalesce(b.booked_as->>'name', c.name) as customer_name,
      least(${mostHorizon}, greatest((t.policy->>'horizonDays')::int, (t.policy->'channels'->'public'->>'horizonDays')::int,
        (t.policy->'channels'->'api'->>'horizonDays')::int,
        (select max(w.horizon_days) from service_windows w where w.tenant_id = ${scope.tenantId} and w.channel <> 'desk'))) as horizon,
      (extract(epoch from b.ends_at - b.starts_at) / 60)::int as visit_minutes
    from events e
    join tenants t on t.id = e.tenant_id
    left join customers c on c.tenant_id = e.tenant_id and c.id = e.customer_id
    left join bookings b on b.tenant_id = e.tenant_id and e.entity = 'booking' and b.id = e.entity_id
    where e.tenant_id = ${scope.tenantId} and e.seq > ${seq}
    order by e.seq limit ${most}`);
  const zone = rows[0]?.time_zone;
  const today = zone ? localDate(now(), zone) : "";
  return rows.map((row) => {
    const event = { name: row.name, ...row.payload } as DomainEvent;
    const told = { customerName: row.customer_name, timeZone: row.time_zone };
    return {
      seq: Number(row.seq),
      name: row.name,
      at: new Date(row.at).toISOString(),
      ...entryOf(row.name).words(event, told),
      entity: row.entity,
      entityId: row.entity_id,
      audience: row.audience,
      staffIds: "staffIds" in event ? event.staffIds : [],
      by: row.by,
      bookingId: bookingOf(event),
      customerId: inPortal.test(row.name) ? row.customer_id : null,
      slotDays: slotDaysOf(event, {
        timeZone: row.time_zone,
        today,
        horizonDays: Number(row.horizon),
        visitMinutes: Number(row.visit_minutes ?? 0),
      }),
    };
  });
}

/** What the house writes down about somebody is none of it. */
const inPortal = /^(booking|sale|payment|conversation|review|points|voucher|referral)\./;

/** Money, too, is about a booking: whoever waits for it looks at that booking's page. */
const bookingOf = (event: DomainEvent): string | null => ("bookingId" in event ? event.bookingId : null);
