import { always } from "@/app/_server/proof";
import { memberCommand } from "@/app/_server/route";
import { recordAudit } from "@/lib/auth/audit";
import { auditFilters } from "@/lib/auth/audit-query";
import { type AuditEntry, listAudit, mostExported } from "@/lib/auth/list-audit";
import { writeCsv } from "@/lib/platform/csv";

const head = ["at", "who", "action", "entity", "about", "entity_id", "before", "after", "address"];

/**
 * The log as a file: much at once, so whoever asks has just shown who they are, and it is written down what left the
 * house. That is why it is a POST.
 */
export const POST = memberCommand(
  "audit.see",
  auditFilters,
  async (scope, { membership }, filters) => {
    const { items, nextCursor } = await listAudit(scope, filters, { limit: mostExported });
    await recordAudit(scope, {
      action: "audit.exported",
      entity: "tenant",
      entityId: scope.tenantId,
      after: { entries: items.length, ...filters },
    });
    const rows = items.map(lineOf);
    if (nextCursor)
      rows.push([`Only the newest ${mostExported} entries are in this file. Choose dates to get the older ones.`]);
    return new Response(writeCsv([head, ...rows]), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="audit-${membership.slug}.csv"`,
        "cache-control": "no-store",
      },
    });
  },
  always,
);

function lineOf(entry: AuditEntry): string[] {
  const { at, who, actor, action, entity, about, entityId, before, after, erased, address } = entry;
  const values = (of: object | null) => (erased ? "erased" : of ? JSON.stringify(of) : "");
  return [at, who ?? actor, action, entity, about ?? "", entityId, values(before), values(after), address];
}
