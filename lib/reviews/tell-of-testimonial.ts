import { sql } from "drizzle-orm";
import { recordEvent } from "@/lib/events/record-event";
import { notificationOf } from "@/lib/notifications/create-notification";
import { now } from "@/lib/platform/clock";
import { insertTogether } from "@/lib/platform/insert-together";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import type { Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";

/** What a business says of the platform reaches its administration, which decides; a decision is told to nobody there. */
export async function tellOfTestimonial(scope: Scope, { tenantId }: { tenantId: string }): Promise<void> {
  if (scope.tenantId === platformTenantId) return;
  const [waiting] = await scope.tx.execute<{ business: string; stars: number }>(sql`
    select t.name as business, s.rating as stars from testimonials s join tenants t on t.id = s.tenant_id
    where s.tenant_id = ${scope.tenantId} and s.status = 'waiting'`);
  if (!waiting) return;
  const received = { name: "testimonial.received", tenantId, ...waiting } as const;
  await withTenant(platformTenantId, { kind: "system", job: "tellOfTestimonial" }, async (platform) => {
    // A job that runs again tells of the same words once.
    const dayAgo = new Date(now().getTime() - 86_400_000).toISOString();
    const told = await platform.tx.execute(sql`
      select 1 from notifications where tenant_id = ${platformTenantId} and name = 'testimonial.received'
        and entity_id = ${tenantId} and created_at > ${dayAgo}`);
    if (told.length === 0)
      await insertTogether(platform, [notificationOf(platform, received, { customerName: null, timeZone: "UTC" })]);
    recordEvent(platform, received);
  });
}
