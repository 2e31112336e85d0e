import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { isDuplicate } from "@/db/errors";
import { members, users } from "@/db/schema/people";
import { recordAudit } from "@/lib/auth/audit";
import { hashPassword } from "@/lib/auth/passwords";
import { recordEvent } from "@/lib/events/record-event";
import { queueMessage } from "@/lib/notifications/queue-message";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { newId } from "@/lib/platform/ids";
import { insertTogether, rowsOf } from "@/lib/platform/insert-together";
import { findTenant } from "./doors/find-tenant";
import type { BusinessInput, LoginInput } from "./input";
import { firstRows, rowOfTenant } from "./internal/first-rows";
import { platformTenantId } from "./platform-tenant";
import type { RequestOrigin } from "./scope";
import { numberedSlug, slugOf } from "./slug";
import { withTenant } from "./with-tenant";

type Owner = { id: string; name: string; email: string | null };
type NewUser = typeof users.$inferInsert;

/** For somebody who is signed in: one more business of theirs. */
export const registerBusiness = (business: BusinessInput, owner: Owner, from: RequestOrigin) =>
  opened(business, owner, null, from);

/**
 * A business and its owner's login. Nothing is answered, so that nobody learns here whose address is known: its owner
 * is told by a message instead.
 */
export async function registerWithLogin(
  business: BusinessInput,
  login: LoginInput,
  from: RequestOrigin,
): Promise<void> {
  // Before anybody is looked for, so that both ways take as long.
  const passwordHash = await hashPassword(login.password);
  const user = {
    id: newId(),
    name: login.name,
    email: login.email,
    passwordHash,
    passwordChangedAt: now(),
    createdAt: now(),
  };
  const [known] = await db().select({ id: users.id }).from(users).where(eq(users.email, login.email));
  if (known) return tellKnown(login.email, from);
  try {
    await opened(business, user, user, from);
  } catch (error) {
    // Two forms with one address at the same time: the second finds it taken only now.
    if (!isDuplicate(error, "users_email_unique")) throw error;
    await tellKnown(login.email, from);
  }
}

const mostNamesakes = 200;

/** Whoever else takes the address in the same moment makes us look for the next one. */
async function opened(business: BusinessInput, owner: Owner, user: NewUser | null, from: RequestOrigin) {
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
  });
  return { tenantId, slug };
}

/** Once a day is enough, however often a stranger types the address. */
const tellKnown = (email: string, from: RequestOrigin): Promise<void> =>
  withTenant(platformTenantId, { kind: "system", job: "registration", from }, async (scope) => {
    await queueMessage(scope, {
      channel: "email",
      to: email,
      template: "registration-known",
      subject: "You already have a login at ClientPulse",
      body: `Somebody, perhaps you, wants to register a business with this address. It has a login already, so nothing was made.\n\nTo register another business, sign in first: ${env().APP_URL}/register\nForgot the password? ${env().APP_URL}/forgot-password\n\nIf it was not you there is nothing to do.`,
      dedupeKey: `registration-known ${email} ${now().toISOString().slice(0, 10)}`,
    });
  });
