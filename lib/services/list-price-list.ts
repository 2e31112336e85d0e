import { sql } from "drizzle-orm";
import type { Addon, Segment } from "@/db/schema/services";
import type { Channel, Fee } from "@/db/schema/tenants";
import { headOf, writePosition } from "@/lib/tenancy/head";
import type { Scope } from "@/lib/tenancy/scope";

export type PriceListItem = {
  id: string;
  name: string;
  category: string;
  description: string;
  segments: Segment[];
  durationMinutes: number;
  priceMinor: number;
  currency: string;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  addons: Addon[];
  /** Customers at the same time: one, but for a class. */
  seats: number;
  together: boolean;
  active: boolean;
  /** Names the picture; null without one. */
  photo: string | null;
  confirm: "auto" | "desk" | null;
  /** What is paid before it is promised. */
  deposit: Fee | null;
  /** The house's when null. */
  stepMinutes: number | null;
  windows: { channel: Channel; noticeMinutes: number | null; horizonDays: number | null }[];
  /** Who does it, in the house's order. */
  staffNames: string[];
};

export type PriceList = { items: PriceListItem[]; currency: string; position: string };

/** Everything the house sells or has sold and may sell again, in its order. */
export async function listPriceList(scope: Scope): Promise<PriceList> {
  const [head, items, [tenant]] = await Promise.all([
    headOf(scope),
    scope.tx.execute<PriceListItem & { priceMinor: string | number }>(sql`
      select s.id, s.name, s.category, s.description, s.segments, s.duration_minutes as "durationMinutes",
        s.price_minor as "priceMinor", s.currency, s.buffer_before_minutes as "bufferBeforeMinutes",
        s.buffer_after_minutes as "bufferAfterMinutes", s.addons, s.seats, s.together, s.active, s.confirm, s.deposit, f.version as photo,
        s.step_minutes as "stepMinutes",
        (select coalesce(json_agg(json_build_object('channel', w.channel, 'noticeMinutes', w.notice_minutes,
            'horizonDays', w.horizon_days) order by w.channel), '[]')
          from service_windows w where w.tenant_id = s.tenant_id and w.service_id = s.id) as windows,
        array(select p.name from staff_services c
          join staff p on p.tenant_id = c.tenant_id and p.id = c.staff_id and p.active and p.archived_at is null
          where c.tenant_id = s.tenant_id and c.service_id = s.id order by p.position, p.name) as "staffNames"
      from services s left join service_photos f on f.tenant_id = s.tenant_id and f.service_id = s.id
      where s.tenant_id = ${scope.tenantId} and s.archived_at is null
      order by s.position, s.name, s.id`),
    scope.tx.execute<{ currency: string }>(sql`select currency from tenants where id = ${scope.tenantId}`),
  ]);
  return {
    items: items.map((item) => ({ ...item, priceMinor: Number(item.priceMinor) })),
    currency: tenant?.currency ?? "KES",
    position: writePosition(head),
  };
}
