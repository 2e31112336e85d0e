import { sql } from "drizzle-orm";
import type { DomainEvent } from "@/lib/events/catalogue";
import { recordEvent } from "@/lib/events/record-event";
import { notificationOf } from "@/lib/notifications/create-notification";
import { insertTogether } from "@/lib/platform/insert-together";
import { once } from "@/lib/platform/once";
import { ok } from "@/lib/platform/result";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import { withTenant } from "@/lib/tenancy/with-tenant";

type Moved = Extract<DomainEvent, { name: "closing.moved" }>;

const job = { kind: "system", job: "tell of closing" } as const;

/** Whoever runs the platform hears of what becomes of a business, once for each key. */
export async function tellPlatform(moved: Moved, key: string): Promise<void> {
  await withTenant(platformTenantId, job, async (platform) => {
    await platform.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
    await once(platform, "closing moved", { key }, async () => {
      await insertTogether(platform, [
        notificationOf(platform, moved, { customerName: null, timeZone: "Africa/Nairobi" }),
      ]);
      recordEvent(platform, moved);
      return ok(null);
    });
  });
}
