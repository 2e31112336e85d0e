import { sql } from "drizzle-orm";
import { tenantOfToken } from "@/lib/tenancy/doors/tenant-of-token";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { linksSince } from "./booking-token";

/** The booking that a link leads to, for every door that takes one. Null also once the link has run out. */
export async function openLink(token: string): Promise<{ tenantId: string; bookingId: string } | null> {
  const owner = await tenantOfToken(token);
  if (owner?.kind !== "booking") return null;
  const { tenantId, subjectId: bookingId } = owner;
  const [open] = await readTenant(tenantId, { kind: "public", via: "page" }, (scope) =>
    scope.tx.execute(sql`select 1 from bookings b where b.tenant_id = ${scope.tenantId} and b.id = ${bookingId}
      and ${hasLink()}`),
  );
  return open ? { tenantId, bookingId } : null;
}

/** Over `b`: its link still leads somewhere. */
export const hasLink = () => sql`b.ends_at > ${linksSince().toISOString()}`;
