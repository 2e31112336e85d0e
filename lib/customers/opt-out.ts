import { and, eq, sql } from "drizzle-orm";
import { customers } from "@/db/schema/customers";
import { accessTokens } from "@/db/schema/requests";
import { tenants } from "@/db/schema/tenants";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { sha256 } from "@/lib/platform/ids";
import { signature } from "@/lib/platform/signing";
import { findTenant, type PublicTenant } from "@/lib/tenancy/doors/find-tenant";
import { tenantOfToken } from "@/lib/tenancy/doors/tenant-of-token";
import type { Scope } from "@/lib/tenancy/scope";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { allows, consentsOf, sayConsent } from "./consent";
import { shown } from "./consent-words";
import { keptOf } from "./with-merged";

/** The unguessable part of a customer's own way out (128 bits); only its hash is stored. */
export const optOutToken = (customerId: string): string =>
  signature(`opt-out ${customerId}`).subarray(0, 16).toString("base64url");

export const optOutLink = (customerId: string): string => `${env().APP_URL}/u/${optOutToken(customerId)}`;

/** Their links work from now on. */
export async function keepOptOuts({ tx, tenantId }: Scope, customerIds: readonly string[]): Promise<void> {
  if (customerIds.length === 0) return;
  await tx
    .insert(accessTokens)
    .values(
      [...new Set(customerIds)].map((subjectId) => ({
        ...{ tenantId, subjectId, kind: "opt_out" as const, createdAt: now() },
        hash: sha256(optOutToken(subjectId)),
      })),
    )
    .onConflictDoNothing();
}

/** Whose way out a link is; null for none. */
export async function optingOut(token: string): Promise<{ tenantId: string; customerId: string } | null> {
  const owner = await tenantOfToken(token);
  return owner?.kind === "opt_out" ? { tenantId: owner.tenantId, customerId: owner.subjectId } : null;
}

export type OptOut = { tenant: PublicTenant; language: "en" | "sw"; isOn: boolean };

/** What its page shows: nothing of who it is, for a link may be passed on. */
export async function openOptOut(token: string): Promise<OptOut | null> {
  const found = await optingOut(token);
  if (!found) return null;
  const row = await readTenant(found.tenantId, { kind: "public", via: "page" }, async (scope) => {
    const [customer] = await scope.tx
      .select({ id: customers.id, language: customers.language, slug: tenants.slug })
      .from(customers)
      .innerJoin(tenants, eq(tenants.id, customers.tenantId))
      .where(and(eq(customers.tenantId, found.tenantId), isByNow(scope, found.customerId)));
    return customer && { ...customer, isOn: allows(await consentsOf(scope, customer.id), "marketing") };
  });
  const tenant = row && (await findTenant(row.slug));
  return tenant ? { tenant, language: row.language, isOn: row.isOn } : null;
}

/** What somebody says by their link. Said by who is part of another by now, it is that one's word. */
export async function sayByOptOut(scope: Scope, customerId: string, granted: boolean) {
  const wording = granted ? shown.marketing : shown.optOut;
  const word = { purpose: "marketing", granted, wording, source: "message" } as const;
  const said = await sayConsent(scope, customerId, word);
  return !said.ok && said.refusal === "merged" ? sayConsent(scope, said.into.id, word) : said;
}

const isByNow = ({ tenantId }: Scope, id: string) => eq(customers.id, keptOf(sql`${tenantId}::uuid`, sql`${id}::uuid`));
