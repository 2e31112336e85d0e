import { sql } from "drizzle-orm";
import type { Windows } from "@/db/schema/hours";
import type { Addon, Segment } from "@/db/schema/services";
import type { BookingPolicy, Channel, Fee, TenantStatus } from "@/db/schema/tenants";
import { localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { openStatus } from "@/lib/tenancy/open-status";
import type { Scope } from "@/lib/tenancy/scope";

export type HouseService = {
  id: string;
  name: string;
  segments: Segment[];
  durationMinutes: number;
  priceMinor: number;
  currency: string;
  /** What may be added. */
  addons: Addon[];
  before: number;
  after: number;
  seats: number;
  together: boolean;
  step: number | null;
  confirm: "auto" | "desk" | null;
  /** What it asks for before it is promised. */
  deposit: Fee | null;
  /** A unit of each is needed, in these segments or in all of the visit. */
  needs: { resourceId: string; segments: number[] | null }[];
  windows: { channel: Channel; noticeMinutes: number | null; horizonDays: number | null }[];
};

/** What a person does, and what of it is their own: the rest is as the service says. */
export type HouseSkill = {
  serviceId: string;
  before: number | null;
  after: number | null;
  durationMinutes: number | null;
  priceMinor: number | null;
};

export type HouseStaff = {
  id: string;
  name: string;
  skills: HouseSkill[];
  hours: [weekday: number, from: number, to: number][];
  days: [date: string, windows: Windows][];
  breaks: [weekday: number | null, date: string | null, from: number, to: number][];
  /** Approved, in epoch minutes. */
  timeOff: [from: number, to: number][];
  /** Minutes of the shortest service they do. */
  shortest: number | null;
};

/** What the business has decided: what bookings are judged by, besides the time already taken. */
export type House = {
  name: string;
  status: TenantStatus;
  timeZone: string;
  currency: string;
  policy: BookingPolicy;
  /** It has a till or paybill that customers can pay to. */
  canBePaid: boolean;
  /** So many active ones the house's plan holds; null: any number. */
  mostCustomers: number | null;
  hours: [weekday: number, from: number, to: number][];
  days: [date: string, windows: Windows][];
  services: Map<string, HouseService>;
  staff: HouseStaff[];
  /** How many there are of each. */
  resources: Map<string, number>;
};

type Row = Omit<House, "services" | "resources"> & { services: HouseService[]; resources: [string, number][] };

/**
 * One statement, for one staff member or fifty; an id that is named twice is asked about once. What is promised already is put elsewhere even when it is no longer on
 * offer, and everybody who works counts then, whatever they do.
 */
export async function loadHouse(
  scope: Scope,
  serviceIds: readonly string[],
  which: "offered" | "promised" = "offered",
  since = now(),
): Promise<House> {
  const onOffer = which === "offered" ? sql`and s.active and s.archived_at is null` : sql``;
  const able = which === "offered" ? sql`and skill.list is not null` : sql``;
  const wanted = uuids(serviceIds);
  // A night of the day before may reach into today; only the calendar asks about what is over.
  const yesterday = localDate(new Date(since.getTime() - 2 * 86_400_000), "UTC");
  const [row] = await scope.tx.execute<{ house: string }>(sql`
    select json_build_object(
      'name', t.name, 'status', ${openStatus()}, 'timeZone', t.time_zone, 'currency', t.currency, 'policy', t.policy,
      'mostCustomers', (select p.active_customers from subscriptions u join plans p on p.id = u.plan_id
        where u.tenant_id = t.id),
      'canBePaid', exists (select 1 from mpesa_accounts m where m.tenant_id = t.id),
      'hours', (select coalesce(json_agg(json_build_array(h.weekday, h.from_minute, h.to_minute)), '[]')
        from business_hours h where h.tenant_id = t.id),
      'days', (select coalesce(json_agg(json_build_array(d.date, d.windows)), '[]')
        from business_days d where d.tenant_id = t.id and d.date >= ${yesterday}),
      'services', (
        select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name, 'segments', s.segments,
          'durationMinutes', s.duration_minutes, 'priceMinor', s.price_minor, 'currency', s.currency,
          'addons', s.addons,
          'before', s.buffer_before_minutes, 'after', s.buffer_after_minutes, 'seats', s.seats, 'together', s.together,
          'step', s.step_minutes,
          'confirm', s.confirm, 'deposit', s.deposit,
          'needs', (select coalesce(json_agg(json_build_object('resourceId', n.resource_id, 'segments', n.segments)
              order by n.resource_id), '[]')
            from service_resources n join resources r on r.tenant_id = n.tenant_id and r.id = n.resource_id
            where n.tenant_id = t.id and n.service_id = s.id and r.archived_at is null),
          'windows', (select coalesce(json_agg(json_build_object('channel', w.channel,
              'noticeMinutes', w.notice_minutes, 'horizonDays', w.horizon_days)), '[]')
            from service_windows w where w.tenant_id = t.id and w.service_id = s.id))), '[]')
        from services s
        where s.tenant_id = t.id and s.id = any(${wanted}) ${onOffer}),
      'resources', (select coalesce(json_agg(json_build_array(r.id, r.quantity)), '[]')
        from resources r where r.tenant_id = t.id and r.archived_at is null),
      'staff', (
        select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name,
          'skills', coalesce(skill.list, '[]'), 'shortest', skill.shortest,
          'hours', (select coalesce(json_agg(json_build_array(h.weekday, h.from_minute, h.to_minute)), '[]')
            from staff_hours h where h.tenant_id = t.id and h.staff_id = p.id),
          'days', (select coalesce(json_agg(json_build_array(d.date, d.windows)), '[]')
            from staff_days d where d.tenant_id = t.id and d.staff_id = p.id and d.date >= ${yesterday}),
          'breaks', (select coalesce(json_agg(json_build_array(b.weekday, b.date, b.from_minute, b.to_minute)), '[]')
            from staff_breaks b where b.tenant_id = t.id and b.staff_id = p.id and coalesce(b.date >= ${yesterday}, true)),
          'timeOff', (select coalesce(json_agg(json_build_array(${minute(sql`lower(o.span)`)}, ${minute(sql`upper(o.span)`)})), '[]')
            from time_off o where o.tenant_id = t.id and o.staff_id = p.id and o.status = 'approved'
              and upper(o.span) > ${since.toISOString()}))
          order by p.position, p.name), '[]')
        from staff p cross join lateral (
          select min(coalesce(c.duration_minutes, v.duration_minutes))
              filter (where v.active and v.archived_at is null) as shortest,
            json_agg(json_build_object('serviceId', c.service_id,
              'durationMinutes', c.duration_minutes, 'priceMinor', c.price_minor,
              'before', c.buffer_before_minutes, 'after', c.buffer_after_minutes))
              filter (where c.service_id = any(${wanted})) as list
          from staff_services c join services v on v.tenant_id = c.tenant_id and v.id = c.service_id
          where c.tenant_id = t.id and c.staff_id = p.id
        ) skill
        where p.tenant_id = t.id and p.active and p.archived_at is null ${able})
    )::text as house
    from tenants t where t.id = ${scope.tenantId}`);
  if (!row) throw new Error(`tenant ${scope.tenantId} is not there`);
  const house = JSON.parse(row.house) as Row;
  return {
    ...house,
    services: new Map(house.services.map((service) => [service.id, service])),
    resources: new Map(house.resources),
  };
}

/** Whole minutes since the epoch. */
const minute = (at: ReturnType<typeof sql>) => sql`floor(extract(epoch from ${at}) / 60)::int`;

/** Ids as one array parameter; they are checked to be ids before they come here. */
export const uuids = (ids: readonly string[]) => sql`${`{${ids.join(",")}}`}::uuid[]`;
