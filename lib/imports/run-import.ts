import { and, eq, sql } from "drizzle-orm";
import { imports } from "@/db/schema/imports";
import { actorMay } from "@/lib/auth/actor-may";
import { recordAudit } from "@/lib/auth/audit";
import { planDue } from "@/lib/events/plan-due";
import { recordEvent } from "@/lib/events/record-event";
import { localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";
import type { MappedImport } from "./input";
import { findImport } from "./internal/find-import";
import { type Judged, judge } from "./internal/judge";
import type { FileRow, How, Kind, Outcome, Problem, Row } from "./internal/kind";
import { kindOf } from "./internal/kinds";
import { judgedTogether } from "./rules";

export type RunRefusal = { refusal: "unknown_import" } | { refusal: "already_begun" };

const rowsOf = ({ tx, tenantId }: Scope, importId: string, most: number) =>
  tx.execute<FileRow>(sql`
    select line, cells from import_rows
    where tenant_id = ${tenantId} and import_id = ${importId} and outcome = 'waiting' order by line limit ${most}`);

export type Plan = {
  added: number;
  known: number;
  twice: number;
  wrong: number;
  /** What else is to be known before. */
  remarks: string[];
  /** The first that are wrong. */
  problems: Problem[];
};

const mostProblems = 50;

/** What would come of the file, if its columns are these. Nothing is changed by it. */
export async function planImport(scope: Scope, wish: MappedImport): Promise<Result<Plan, RunRefusal>> {
  const { importId, mapping, options } = wish;
  const found = await findImport(scope, importId);
  if (found?.kind !== wish.kind) return refuse("unknown_import");
  if (found.status !== "read") return refuse("already_begun");
  const kind = kindOf(found.kind);
  const rows = await rowsOf(scope, importId, found.rows);
  const how = await howFor(scope, kind, rows, { importId, options });
  const seen = new Set<string>();
  const judged: Judged<unknown>[] = [];
  // A transaction that thinks for long between two questions is given up by Postgres, and the process has others to answer.
  for (let from = 0; from < rows.length; from += judgedTogether)
    judged.push(...(await judge(scope, kind, rows.slice(from, from + judgedTogether), { ...how, mapping, seen })));
  const fresh = freshOf(judged);
  const refused = (await kind.tryOut?.(scope, fresh, how)) ?? [];
  const lines = new Set(refused.map(({ line }) => line));
  const added = fresh.filter(({ line }) => !lines.has(line));
  const many = (outcome: Judged<unknown>["outcome"]) => judged.filter((one) => one.outcome === outcome).length;
  const problems = [...judged.flatMap((one) => (one.outcome === "wrong" ? [one] : [])), ...refused];
  return ok({
    ...{ added: added.length, known: many("known"), twice: many("twice"), wrong: problems.length },
    remarks: await kind.remarks(scope, added, how),
    problems: problems
      .sort((one, other) => one.line - other.line)
      .slice(0, mostProblems)
      .map(({ line, problem }) => ({ line, problem })),
  });
}

const freshOf = (judged: readonly Judged<unknown>[]): Row<unknown>[] =>
  judged.flatMap((one) => (one.outcome === "added" ? [{ line: one.line, it: one.it }] : []));

async function howFor(
  scope: Scope,
  kind: Kind<unknown, unknown>,
  rows: readonly FileRow[],
  of: Pick<How<unknown>, "importId" | "options">,
): Promise<How<unknown>> {
  const { timeZone, currency } = await houseOf(scope);
  return { ...of, timeZone, currency, today: localDate(now(), timeZone), around: await kind.around(scope, rows) };
}

/** From now on it is read in, some rows at a time; see readInRows. */
export async function startImport(scope: Scope, wish: MappedImport): Promise<Result<{ id: string }, RunRefusal>> {
  const { importId, mapping, options } = wish;
  const { actor } = scope;
  const found = await findImport(scope, importId, true);
  if (found?.kind !== wish.kind) return refuse("unknown_import");
  if (found.status !== "read") return refuse("already_begun");
  // The rows are read in by nobody in particular: what whoever begins it may, it may.
  const overlaps = options.overlaps && actorMay(actor, "bookings.overbook");
  await change(scope, importId, {
    ...{ status: "running", mapping, options: { ...options, overlaps } },
    startedAt: now(),
  });
  await planDue(scope, { kind: "import_rows", at: now(), payload: { importId } });
  recordEvent(scope, { name: "import.moved", importId });
  return ok({ id: importId });
}

const change = ({ tx, tenantId }: Scope, id: string, to: Partial<typeof imports.$inferInsert>) =>
  tx
    .update(imports)
    .set(to)
    .where(and(eq(imports.tenantId, tenantId), eq(imports.id, id)));

/** The next rows; what is left after them is due at once. A row that was read in has an outcome, so none is read in twice. */
export async function readInRows(scope: Scope, { importId }: { importId: string }): Promise<void> {
  const found = await findImport(scope, importId, true);
  if (found?.status !== "running") return;
  const { mapping, options } = found;
  const kind = kindOf(found.kind);
  const rows = await rowsOf(scope, importId, kind.batch);
  const how = await howFor(scope, kind, rows, { importId, options });
  const judged = await judge(scope, kind, rows, { ...how, mapping });
  const written = await kind.write(scope, freshOf(judged), how);
  await writeOutcomes(scope, importId, [
    ...judged.flatMap((one) => (one.outcome === "added" ? [] : [one])),
    ...written,
  ]);
  recordEvent(scope, { name: "import.moved", importId });
  if (rows.length === kind.batch) {
    await planDue(scope, { kind: "import_rows", at: now(), payload: { importId } });
    return;
  }
  await change(scope, importId, { status: "done", endedAt: now() });
  await recordAudit(scope, {
    action: `${found.kind}.imported`,
    entity: "import",
    entityId: importId,
    after: { file: found.fileName, rows: found.rows },
  });
}

/** Their words are kept only of those that somebody has to put right. */
const writeOutcomes = ({ tx, tenantId }: Scope, importId: string, outcomes: readonly Outcome[]) =>
  tx.execute(sql`
    update import_rows t set outcome = r.outcome, problem = coalesce(r.problem, ''), customer_id = r."customerId",
      made_id = r."madeId", cells = case when r.outcome in ('wrong', 'full') then t.cells end
    from json_to_recordset(${JSON.stringify(outcomes)}::text::json)
      as r (line int, outcome text, problem text, "customerId" uuid, "madeId" uuid)
    where t.tenant_id = ${tenantId} and t.import_id = ${importId} and t.line = r.line`);
