import { sql } from "drizzle-orm";
import type { WaitWindow } from "@/db/schema/waiting";
import type { Scope } from "@/lib/tenancy/scope";
import { mayCome } from "../rules";
import { waits } from "./waits";

export type Entry = {
  id: string;
  customerId: string;
  name: string;
  serviceId: string;
  staffId: string | null;
  windows: WaitWindow[];
  source: "public" | "desk";
  since: number;
  /** Of the customer, whichever of their wishes it is for. */
  hasOffer: boolean;
  /** When times began that they did not take, in epoch minutes. */
  before: number[];
};

/** Who waits for any of these local dates, in the order in which they came. */
export async function waitingFor(scope: Scope, { from, to }: { from: string; to: string }): Promise<Entry[]> {
  const own = sql`from waitlist_offers o
    join waitlist_entries mine on mine.tenant_id = o.tenant_id and mine.id = o.entry_id
    join bookings b on b.tenant_id = o.tenant_id and b.id = o.booking_id
    where o.tenant_id = e.tenant_id and mine.customer_id = e.customer_id`;
  const rows = await scope.tx.execute<Entry>(sql`
    select e.id, e.customer_id as "customerId", e.name, e.service_id as "serviceId", e.staff_id as "staffId", e.windows,
      e.source, date_part('epoch', e.created_at)::float8 as since,
      exists (select 1 ${own} and o.outcome is null) as "hasOffer",
      (select coalesce(json_agg(date_part('epoch', b.starts_at) / 60), '[]') ${own} and o.outcome is not null) as before
    from waitlist_entries e
    where e.tenant_id = ${scope.tenantId} and ${waits(scope)} and e.first_date <= ${to} and e.last_date >= ${from}
    order by e.created_at, e.id`);
  return rows.filter(({ windows }) => mayCome(windows, from, to));
}
