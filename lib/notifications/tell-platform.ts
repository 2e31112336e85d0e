import { eq } from "drizzle-orm";
import { tenants } from "@/db/schema/tenants";
import { recordEvent } from "@/lib/events/record-event";
import { env } from "@/lib/platform/env";
import { insertTogether } from "@/lib/platform/insert-together";
import { platformAdmins } from "@/lib/tenancy/doors/platform-admins";
import { ownersOf } from "@/lib/tenancy/owners-of";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import type { Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { notificationOf } from "./create-notification";
import { queueMessage } from "./queue-message";

const job = { kind: "system", job: "tellPlatform" } as const;

/** An application reaches the platform: its log, its notifications, a message to every admin, and one to who applied. */
export async function tellPlatform(scope: Scope, event: { tenantId: string; application: string }): Promise<void> {
  const [tenant] = await scope.tx
    .select({ name: tenants.name, city: tenants.city, status: tenants.status })
    .from(tenants)
    .where(eq(tenants.id, scope.tenantId));
  const [owners, admins] = await Promise.all([ownersOf(scope), platformAdmins()]);
  if (!tenant) return;
  const { name, city } = tenant;
  const received = { name: "application.received", tenantId: event.tenantId, business: name, city } as const;
  const applicants = owners.map((owner) => ({
    ...owner,
    template: "application-received",
    ...wordsFor(name, tenant.status === "active"),
  }));
  const toAdmins = admins.map(({ email }) => ({
    channel: "email" as const,
    to: email,
    template: "application-to-decide",
    subject: `${name} applies`,
    body: `${name} in ${city} asks to be opened.\n\nLook at it and decide: ${env().APP_URL}/admin/tenants/${event.tenantId}`,
  }));
  const all = [...applicants, ...toAdmins];
  await withTenant(platformTenantId, job, async (platform) => {
    const queue = (message: (typeof all)[number]) =>
      queueMessage(platform, {
        ...message,
        dedupeKey: `application ${event.application} ${message.template} ${message.to}`,
      });
    // The first message marks the application as told: a job that runs again finds nothing left to do.
    const [first, ...rest] = all;
    if (first && !(await queue(first))) return;
    for (const message of rest) await queue(message);
    await insertTogether(platform, [
      notificationOf(platform, received, { customerName: null, timeZone: "Africa/Nairobi" }),
    ]);
    recordEvent(platform, received);
  });
}

function wordsFor(name: string, open: boolean): { subject: string; body: string } {
  const { APP_URL } = env();
  if (open)
    return {
      subject: `${name} is open`,
      body: `${name} takes bookings from now on. Your dashboard: ${APP_URL}/dashboard`,
    };
  return {
    subject: `We received your application for ${name}`,
    body: `Thank you. We look at every new business before its page opens, usually within a working day, and write to you here.\n\nUntil then you can set everything up: ${APP_URL}/dashboard`,
  };
}

/** What an admin decided about a business: the other admins' lists are told to look again. */
export async function tellAdmins(
  scope: Scope,
  { tenantId, status }: { tenantId: string; status: string },
): Promise<void> {
  // In the platform's own log it is the echo of itself.
  if (scope.tenantId === platformTenantId) return;
  await withTenant(platformTenantId, job, async (platform) =>
    recordEvent(platform, { name: "tenant.decided", tenantId, status }),
  );
}
