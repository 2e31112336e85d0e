import { and, eq, sql } from "drizzle-orm";
import { imports } from "@/db/schema/imports";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { findImport } from "./internal/find-import";
import type { MadeRow } from "./internal/kind";
import { kindOf } from "./internal/kinds";

export type UndoRefusal = { refusal: "unknown_import" } | { refusal: "not_done" };

/** Takes back what a file added, unless something of it is newer: a booking, a sale, a change, a word of theirs. Those stay. */
export async function undoImport(
  scope: Scope,
  importId: string,
): Promise<Result<{ takenBack: number; stays: number }, UndoRefusal>> {
  const { tx, tenantId } = scope;
  const found = await findImport(scope, importId, true);
  if (!found) return refuse("unknown_import");
  if (found.status !== "done" || !found.endedAt) return refuse("not_done");
  const { kind, options, endedAt, fileName: file } = found;
  const added = await tx.execute<MadeRow>(sql`
    select line, customer_id as "customerId", made_id as "madeId" from import_rows
    where tenant_id = ${tenantId} and import_id = ${importId} and outcome = 'added' order by line`);
  const alone = await kindOf(kind).takeBack(scope, added, { endedAt, options });
  await tx.execute(sql`
    update import_rows set outcome = case when line = any(${`{${alone.join(",")}}`}::int[]) then 'taken_back' else 'stays' end
    where tenant_id = ${tenantId} and import_id = ${importId} and outcome = 'added'`);
  await tx.execute(sql`
    delete from import_rows where tenant_id = ${tenantId} and import_id = ${importId}
      and customer_id is null and made_id is null`);
  await tx
    .update(imports)
    .set({ status: "undone", endedAt: now() })
    .where(and(eq(imports.tenantId, tenantId), eq(imports.id, importId)));
  const done = { takenBack: alone.length, stays: added.length - alone.length };
  await recordAudit(scope, {
    action: `${kind}.import_undone`,
    entity: "import",
    entityId: importId,
    after: { file, ...done },
  });
  recordEvent(scope, { name: "import.moved", importId });
  return ok(done);
}
