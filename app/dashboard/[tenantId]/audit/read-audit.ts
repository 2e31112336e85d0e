import "server-only";
import { auditQuery } from "@/lib/auth/audit-query";
import { auditChoices, isAuditEntry, listAudit } from "@/lib/auth/list-audit";
import type { Actor } from "@/lib/tenancy/scope";
import { readTenant } from "@/lib/tenancy/with-tenant";

export type AuditQuery = Record<string, string | string[] | undefined>;

/** What a log's page shows for the address that was asked for; what cannot be read in it narrows nothing. */
export async function readAudit(tenantId: string, actor: Actor, query: AuditQuery) {
  const asked = auditQuery.safeParse(query);
  const { cursor: wanted, limit, ...filters } = asked.success ? asked.data : auditQuery.parse({});
  return readTenant(tenantId, actor, async (scope) => {
    const cursor = wanted && (await isAuditEntry(scope, wanted)) ? wanted : undefined;
    const [page, choices] = await Promise.all([listAudit(scope, filters, { limit, cursor }), auditChoices(scope)]);
    return { page, choices, cursor, filters, readable: asked.success };
  });
}
