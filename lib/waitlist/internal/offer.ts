import { sql } from "drizzle-orm";
import { type Verdict, waitlistOffers } from "@/db/schema/waiting";
import { bookSlot } from "@/lib/bookings/book-slot";
import type { FreeStart } from "@/lib/bookings/starts-within";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import type { Scope } from "@/lib/tenancy/scope";
import { offerLasts } from "../rules";
import type { Entry } from "./waiting-for";

/**
 * Held for them until they say yes, by the rules of the door through which they came: nobody gets from the list what the
 * public page would not have given them, and no stranger keeps a whole day by waiting for it often.
 */
export async function offer(
  scope: Scope,
  entry: Entry,
  { from, staffId }: FreeStart,
  openOffers: number,
): Promise<{ verdict: Verdict; bookingId?: string }> {
  if (entry.source === "public" && openOffers >= env().HOLDS_PER_TENANT) return { verdict: "many_asked" };
  const { id: entryId, serviceId, customerId, name, source } = entry;
  const startsAt = new Date(from * 60_000);
  const lines = [{ serviceId, staffId: entry.staffId ? staffId : undefined }];
  const holdMinutes = offerLasts(from - now().getTime() / 60_000);
  const booked = await bookSlot(
    scope,
    { lines, startsAt, customer: { id: customerId, name } },
    { source, holdMinutes },
  );
  if (!booked.ok) return { verdict: "not_bookable" };
  const { id: bookingId } = booked.value;
  await scope.tx.insert(waitlistOffers).values({ tenantId: scope.tenantId, bookingId, entryId, createdAt: now() });
  return { verdict: "offered", bookingId };
}

/** So many of those who put themselves on the list are asked just now. */
export async function openPublicOffers(scope: Scope): Promise<number> {
  const [row] = await scope.tx.execute<{ many: number }>(sql`
    select count(*)::int as many from waitlist_offers o
    join waitlist_entries e on e.tenant_id = o.tenant_id and e.id = o.entry_id
    where o.tenant_id = ${scope.tenantId} and o.outcome is null and e.source = 'public'`);
  return row?.many ?? 0;
}
