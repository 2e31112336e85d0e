import { eq, inArray } from "drizzle-orm";
import { users } from "@/db/schema/people";
import { tenants } from "@/db/schema/tenants";
import { recordEvent } from "@/lib/events/record-event";
import { env } from "@/lib/platform/env";
import type { Language } from "@/lib/platform/format";
import { insertTogether } from "@/lib/platform/insert-together";
import { platformAdmins } from "@/lib/tenancy/doors/platform-admins";
import { ownersOf } from "@/lib/tenancy/owners-of";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import type { Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { notificationOf } from "./create-notification";
import { queueMessage } from "./queue-message";
import { platformWords } from "./words/platform";

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
  const { APP_URL } = env();
  const step = tenant.status === "active" ? "open" : "received";
  const applicants = owners.map(({ channel, to, language }) => ({
    ...{ channel, to, template: "application-received" },
    ...platformWords[language][step](name, `${APP_URL}/dashboard`),
  }));
  const reads = await languagesOf(
    scope,
    admins.map(({ userId }) => userId),
  );
  const toAdmins = admins.map(({ userId, email }) => ({
    channel: "email" as const,
    to: email,
    template: "application-to-decide",
    ...platformWords[reads.get(userId) ?? "en"].toDecide(name, city, `${APP_URL}/admin/tenants/${event.tenantId}`),
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

async function languagesOf(scope: Scope, userIds: string[]): Promise<Map<string, Language>> {
  const rows = await scope.tx
    .select({ id: users.id, language: users.language })
    .from(users)
    .where(inArray(users.id, userIds));
  return new Map(rows.map(({ id, language }) => [id, language]));
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
