import { invalid } from "@/app/_server/problem";
import { memberQuestion } from "@/app/_server/route";
import { auditQuery } from "@/lib/auth/audit-query";
import { isAuditEntry, listAudit } from "@/lib/auth/list-audit";
import { fieldErrors } from "@/lib/platform/field-errors";

export const GET = memberQuestion("audit.see", async (scope, _, request) => {
  const asked = auditQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return invalid(fieldErrors(asked.error));
  const { cursor, limit, ...filters } = asked.data;
  if (cursor && !(await isAuditEntry(scope, cursor))) return invalid({ cursor: ["is not a cursor"] });
  return listAudit(scope, filters, { limit, cursor });
});
