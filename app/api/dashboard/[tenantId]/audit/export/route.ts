import { invalid, problem } from "@/app/_server/problem";
import { memberQuestion } from "@/app/_server/route";
import { auditFilters } from "@/lib/auth/audit-query";
import { type AuditEntry, listAudit, mostExported } from "@/lib/auth/list-audit";
import { hasProved } from "@/lib/auth/sessions";
import { writeCsv } from "@/lib/platform/csv";
import { fieldErrors } from "@/lib/platform/field-errors";

const head = ["at", "who", "action", "entity", "about", "entity_id", "before", "after", "address"];

/** The log as a file: much at once, so whoever asks has just shown who they are. */
export const GET = memberQuestion("audit.see", async (scope, { visitor, membership }, request) => {
  if (!(await hasProved(visitor.sessionId)))
    return problem(403, "step_up", "Confirm your password in your profile first, then export.");
  const asked = auditFilters.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return invalid(fieldErrors(asked.error));
  const { items, nextCursor } = await listAudit(scope, asked.data, { limit: mostExported });
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
});

function lineOf(entry: AuditEntry): string[] {
  const { at, who, actor, action, entity, about, entityId, before, after, erased, address } = entry;
  const values = (of: object | null) => (erased ? "erased" : of ? JSON.stringify(of) : "");
  return [at, who ?? actor, action, entity, about ?? "", entityId, values(before), values(after), address];
}
