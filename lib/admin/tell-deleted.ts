import { recordEvent } from "@/lib/events/record-event";
import { notificationOf } from "@/lib/notifications/create-notification";
import { insertTogether } from "@/lib/platform/insert-together";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import { withTenant } from "@/lib/tenancy/with-tenant";

/** The last thing that is said of a business, to whoever runs the platform. */
export async function tellDeleted(tenantId: string, business: string): Promise<void> {
  const moved = { name: "closing.moved", tenantId, business, what: "is deleted" } as const;
  await withTenant(platformTenantId, { kind: "system", job: "delete" }, async (platform) => {
    await insertTogether(platform, [
      notificationOf(platform, moved, { customerName: null, timeZone: "Africa/Nairobi" }),
    ]);
    recordEvent(platform, moved);
  });
}
