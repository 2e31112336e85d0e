import { type FileWords, fileWords } from "@/app/_server/file-words";
import { always } from "@/app/_server/proof";
import { memberCommand } from "@/app/_server/route";
import { recordAudit } from "@/lib/auth/audit";
import { auditFilters } from "@/lib/auth/audit-query";
import { type AuditEntry, listAudit, mostExported } from "@/lib/auth/list-audit";
import { writeCsv } from "@/lib/platform/csv";

/**
 * The log as a file: much at once, so whoever asks has just shown who they are, and it is written down what left the
 * house. That is why it is a POST.
 */
export const POST = memberCommand(
  "audit.see",
  auditFilters,
  async (scope, { membership, visitor }, filters) => {
    const words = fileWords[visitor.user.language];
    const { items, nextCursor } = await listAudit(scope, filters, { limit: mostExported });
    await recordAudit(scope, {
      action: "audit.exported",
      entity: "tenant",
      entityId: scope.tenantId,
      after: { entries: items.length, ...filters },
    });
    const rows = items.map((entry) => lineOf(entry, words));
    if (nextCursor) rows.push([words.newest(mostExported)]);
    return new Response(writeCsv([Object.values(words.audit), ...rows]), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="audit-${membership.slug}.csv"`,
        "cache-control": "no-store",
      },
    });
  },
  always,
);

function lineOf(entry: AuditEntry, words: FileWords): string[] {
  const { at, who, actor, action, entity, about, entityId, before, after, erased, address } = entry;
  const values = (of: object | null) => (erased ? words.erased : of ? JSON.stringify(of) : "");
  return [at, who ?? actor, action, entity, about ?? "", entityId, values(before), values(after), address];
}
