import { and, eq } from "drizzle-orm";
import { customers } from "@/db/schema/customers";
import { recordAudit } from "@/lib/auth/audit";
import { codeMessage, codeMinutes, issueCode, type Redeemed, redeemCode } from "@/lib/auth/one-time-codes";
import { queueMessage } from "@/lib/notifications/queue-message";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import type { Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";

const purpose = "portal_email";

type Own = { name?: string; email?: string };

/** What a customer changes of themself at this business; written down under their own key, so that it can be erased. */
export async function changeOwn(scope: Scope, customerId: string, change: Own): Promise<void> {
  const mine = and(eq(customers.tenantId, scope.tenantId), eq(customers.id, customerId));
  const [before] = await scope.tx
    .select({ name: customers.name, email: customers.email })
    .from(customers)
    .where(mine)
    .for("update");
  const fields = (["name", "email"] as const).filter(
    (field) => change[field] !== undefined && change[field] !== before?.[field],
  );
  if (!before || fields.length === 0) return;
  const of = (values: Record<string, string | null>) =>
    Object.fromEntries(fields.map((field) => [field, values[field]]));
  await scope.tx
    .update(customers)
    .set(of({ ...before, ...change }))
    .where(mine);
  await recordAudit(scope, {
    action: "customer.changed",
    entity: "customer",
    entityId: customerId,
    customerId,
    before: of(before),
    after: of({ ...before, ...change }),
  });
}

/**
 * Six digits to the address that a customer wants to be written to; answers the challenge they come back with. What it
 * costs has been counted before.
 */
export async function askOwnEmail(email: string, house: string): Promise<string> {
  const { challenge, code } = await issueCode({ purpose, destination: email });
  await withTenant(platformTenantId, { kind: "public", via: "page" }, (scope) =>
    queueMessage(scope, {
      channel: "email",
      to: email,
      template: "portal-email",
      subject: `Your code for ${house}`,
      body: `${code} is your code for ${house}. It is good for ${codeMinutes} minutes. Nobody will ever ask you for it.`,
      ...codeMessage(challenge),
    }),
  );
  return challenge;
}

/** Whether this is the code that went there; the right one is used up. */
export const redeemOwnEmail = (email: string, challenge: string, code: string): Promise<Redeemed> =>
  redeemCode({ purpose, destination: email, challenge }, code);
