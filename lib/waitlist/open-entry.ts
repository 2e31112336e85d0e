import { sql } from "drizzle-orm";
import type { WaitEnd, WaitWindow } from "@/db/schema/waiting";
import { bookingToken } from "@/lib/bookings/booking-token";
import { now } from "@/lib/platform/clock";
import { findTenant, type PublicTenant } from "@/lib/tenancy/doors/find-tenant";
import { tenantOfToken } from "@/lib/tenancy/doors/tenant-of-token";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { iso } from "./internal/iso";
import { waits } from "./internal/waits";

export type OpenEntry = {
  tenant: PublicTenant;
  name: string;
  serviceId: string;
  serviceName: string;
  staffName: string | null;
  windows: WaitWindow[];
  /** Null while they wait; `over` once the last day has gone. */
  ended: WaitEnd | "over" | null;
  /** What they are asked about now, and the page where they answer. */
  offer: { startsAt: string; expiresAt: string; token: string; isRequest: boolean } | null;
  /** The page of what they took. */
  bookingToken: string | null;
  /** How many wait for the same. */
  others: number;
};

type Row = Omit<OpenEntry, "tenant" | "offer" | "bookingToken"> & {
  slug: string;
  waits: boolean;
  offer: { id: string; startsAt: string; expiresAt: string; isRequest: boolean } | null;
  takenId: string | null;
};

/** Whose place on the list a link is; null for none. */
export async function entryOf(token: string): Promise<{ tenantId: string; entryId: string } | null> {
  const owner = await tenantOfToken(token);
  return owner?.kind === "waitlist" ? { tenantId: owner.tenantId, entryId: owner.subjectId } : null;
}

/** What somebody who waits for a free time sees of it. */
export async function openEntry(token: string): Promise<OpenEntry | null> {
  const found = await entryOf(token);
  if (!found) return null;
  const { tenantId, entryId } = found;
  return readTenant(tenantId, { kind: "public", via: "page" }, async (scope) => {
    const offer = sql`from waitlist_offers o join bookings b on b.tenant_id = o.tenant_id and b.id = o.booking_id
      where o.tenant_id = e.tenant_id and o.entry_id = e.id`;
    const [row] = await scope.tx.execute<Row>(sql`
      select t.slug, e.name, e.service_id as "serviceId", s.name as "serviceName", p.name as "staffName", e.windows, e.ended,
        ${waits(scope)} as waits,
        (select json_build_object('id', b.id, 'startsAt', ${iso("b.starts_at")}, 'expiresAt', ${iso("b.expires_at")},
            'isRequest', b.status = 'requested') ${offer}
          and o.outcome is null and b.status in ('held', 'requested') and b.expires_at > ${now().toISOString()}) as offer,
        (select b.id ${offer} and b.status not in ('held', 'requested', 'cancelled', 'rejected', 'expired')
          order by o.created_at desc limit 1) as "takenId",
        (select count(*)::int from waitlist_entries other where other.tenant_id = e.tenant_id and other.id <> e.id
          and other.service_id = e.service_id and other.ended is null and other.last_date >= e.first_date
          and other.first_date <= e.last_date) as others
      from waitlist_entries e
      join tenants t on t.id = e.tenant_id
      join services s on s.tenant_id = e.tenant_id and s.id = e.service_id
      left join staff p on p.tenant_id = e.tenant_id and p.id = e.staff_id
      where e.tenant_id = ${tenantId} and e.id = ${entryId}`);
    const tenant = row && (await findTenant(row.slug));
    if (!tenant) return null;
    const { slug: _, waits: isWaiting, offer: asked, takenId, ended, ...entry } = row;
    return {
      ...entry,
      tenant,
      // Said yes to, whether or not that has been counted yet.
      ended: takenId ? "booked" : (ended ?? (isWaiting ? null : "over")),
      offer: asked && { ...asked, token: bookingToken(asked.id) },
      bookingToken: takenId && bookingToken(takenId),
    };
  });
}
