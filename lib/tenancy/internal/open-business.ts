import { isDuplicate } from "@/db/errors";
import { members, users } from "@/db/schema/people";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { newId } from "@/lib/platform/ids";
import { insertTogether, rowsOf } from "@/lib/platform/insert-together";
import { startTrial } from "@/lib/subscriptions/start-trial";
import { findTenant } from "../doors/find-tenant";
import type { BusinessInput } from "../input";
import type { RequestOrigin } from "../scope";
import { numberedSlug, slugOf } from "../slug";
import { withTenant } from "../with-tenant";
import { firstRows, rowOfTenant } from "./first-rows";

export type Owner = { id: string; name: string; email: string | null };
export type NewUser = typeof users.$inferInsert;

const mostNamesakes = 200;

/**
 * A business with its first member, and with their login when it is new. Whoever else takes the address in the same
 * moment makes us look for the next one.
 */
export async function openBusiness(business: BusinessInput, owner: Owner, user: NewUser | null, from: RequestOrigin) {
  const wanted = slugOf(business.businessName);
  for (let number = 1; number <= mostNamesakes; number++) {
    const slug = numberedSlug(wanted, number);
    if (await findTenant(slug)) continue;
    try {
      return await open(slug, business, owner, user, from);
    } catch (error) {
      if (!isDuplicate(error, "tenants_slug_unique")) throw error;
    }
  }
  throw new Error("no address is left for this name");
}

/** All of it in one transaction, fenced to the tenant that it makes. */
async function open(slug: string, business: BusinessInput, owner: Owner, user: NewUser | null, from: RequestOrigin) {
  const [tenantId, staffId, application] = [newId(), newId(), newId()];
  const status = env().AUTO_APPROVE === "1" ? "active" : "pending";
  const actor = { kind: "member", userId: owner.id, role: "owner", staffId, from } as const;
  await withTenant(tenantId, actor, async (scope) => {
    await insertTogether(scope, [rowOfTenant(business, { tenantId, slug, status, email: owner.email })]);
    await insertTogether(scope, [
      ...(user ? [rowsOf(users, [user])] : []),
      ...firstRows(tenantId, business, { staffId, name: owner.name }),
      rowsOf(members, [{ tenantId, userId: owner.id, role: "owner", staffId, createdAt: now() }]),
    ]);
    await recordAudit(scope, {
      action: "tenant.applied",
      entity: "tenant",
      entityId: tenantId,
      after: { name: business.businessName, slug, businessType: business.businessType, city: business.city, status },
    });
    recordEvent(scope, { name: "tenant.applied", tenantId, application });
    // Otherwise it begins when the platform opens it.
    if (status === "active") await startTrial(scope);
  });
  return { tenantId, slug };
}
