import { eq, sql } from "drizzle-orm";
import { type CancellationTerms, tenants } from "@/db/schema/tenants";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { changeRules } from "@/lib/tenancy/rules-lock";
import type { Scope } from "@/lib/tenancy/scope";

/** What cancelling and not coming cost those who book from now on; null for nothing. */
export async function getCancellation({ tx, tenantId }: Scope): Promise<CancellationTerms | null> {
  const [row] = await tx.select({ policy: tenants.policy }).from(tenants).where(eq(tenants.id, tenantId));
  return row?.policy.cancellation ?? null;
}

/** What is booked already keeps the terms that were accepted with it. */
export async function setCancellation(
  scope: Scope,
  terms: CancellationTerms | null,
): Promise<CancellationTerms | null> {
  const { tx, tenantId } = scope;
  await changeRules(scope);
  await tx.execute(sql`select 1 from tenants where id = ${tenantId} for update`);
  const before = await getCancellation(scope);
  const policy = terms
    ? sql`policy || jsonb_build_object('cancellation', ${JSON.stringify(terms)}::jsonb)`
    : sql`policy - 'cancellation'`;
  await tx.execute(sql`update tenants set policy = ${policy} where id = ${tenantId}`);
  recordEvent(scope, { name: "policy.changed", tenantId });
  await recordAudit(scope, {
    action: "policy.changed",
    entity: "tenant",
    entityId: tenantId,
    before: { cancellation: before },
    after: { cancellation: terms },
  });
  return terms;
}
