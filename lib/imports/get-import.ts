import { sql } from "drizzle-orm";
import type { customerImportRows, customerImports, Mapping } from "@/db/schema/privacy";
import { writeCsv } from "@/lib/platform/csv";
import { headOf, writePosition } from "@/lib/tenancy/head";
import type { Scope } from "@/lib/tenancy/scope";
import { findImport } from "./internal/find-import";

type Outcome = (typeof customerImportRows.$inferSelect)["outcome"];
type Status = (typeof customerImports.$inferSelect)["status"];

export type ImportFacts = {
  id: string;
  fileName: string;
  status: Status;
  rows: number;
  header: string[];
  mapping: Mapping;
  /** How many of each outcome. */
  counts: Partial<Record<Outcome, number>>;
  /** The first rows as they stand in the file, until it is read in. */
  sample: string[][];
  /** Rows that somebody has to put right. */
  problems: { line: number; problem: string }[];
  /** Whom an undo has left, since something of them is newer. */
  stays: { id: string; name: string }[];
  position: string;
};

const mostShown = 50;

export async function getImport(scope: Scope, id: string): Promise<ImportFacts | null> {
  const { tx, tenantId } = scope;
  const found = await findImport(scope, id);
  if (!found) return null;
  const of = sql`r.tenant_id = ${tenantId} and r.import_id = ${id}`;
  const [row] = await tx.execute<Pick<ImportFacts, "counts" | "sample" | "problems" | "stays">>(sql`
    select
      (select coalesce(json_object_agg(outcome, many), '{}') from (
        select r.outcome, count(*)::int as many from customer_import_rows r where ${of} group by r.outcome) o) as counts,
      (select coalesce(json_agg(cells), '[]') from (select r.cells from customer_import_rows r
        where ${of} and r.outcome = 'waiting' order by r.line limit 3) s) as sample,
      (select coalesce(json_agg(json_build_object('line', line, 'problem', problem)), '[]') from (
        select r.line, r.problem from customer_import_rows r
        where ${of} and r.outcome in ('wrong', 'full') order by r.line limit ${mostShown}) p) as problems,
      (select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name)), '[]') from (
        select c.id, c.name from customer_import_rows r join customers c on c.tenant_id = r.tenant_id and c.id = r.customer_id
        where ${of} and r.outcome = 'stays' order by r.line limit ${mostShown}) c) as stays`);
  const { fileName, status, rows, header, mapping } = found;
  return { ...{ id, fileName, status, rows, header, mapping }, ...row!, position: writePosition(await headOf(scope)) };
}

export type ImportRow = {
  id: string;
  fileName: string;
  status: Status;
  rows: number;
  added: number;
  at: string;
  by: string | null;
};
export type ImportList = { items: ImportRow[]; nextCursor: string | null; position: string };

const perPage = 20;

/** Newest first, twenty at a time. */
export async function listImports(scope: Scope, cursor?: string): Promise<ImportList> {
  const { tx, tenantId } = scope;
  const items = await tx.execute<ImportRow>(sql`
    select i.id, i.file_name as "fileName", i.status, i.rows, i.created_at as at, u.name as by,
      (select count(*)::int from customer_import_rows r
        where r.tenant_id = i.tenant_id and r.import_id = i.id and r.outcome in ('added', 'stays')) as added
    from customer_imports i left join users u on u.id = i.by_user_id
    where i.tenant_id = ${tenantId} ${cursor ? sql`and i.id < ${cursor}` : sql``}
    order by i.id desc limit ${perPage + 1}`);
  const shown = items.slice(0, perPage).map((one) => ({ ...one, at: new Date(one.at).toISOString() }));
  const nextCursor = items.length > perPage ? (shown.at(-1)?.id ?? null) : null;
  return { items: shown, nextCursor, position: writePosition(await headOf(scope)) };
}

/** The rows that somebody has to put right, as they were, with what is wrong beside them: to be read in again. */
export async function importErrors(scope: Scope, id: string): Promise<string | null> {
  const found = await findImport(scope, id);
  if (!found) return null;
  const rows = await scope.tx.execute<{ line: number; cells: string[]; problem: string }>(sql`
    select line, cells, problem from customer_import_rows
    where tenant_id = ${scope.tenantId} and import_id = ${id} and outcome in ('wrong', 'full') order by line`);
  const width = found.header.length;
  const filled = (cells: string[]) => Array.from({ length: width }, (_, at) => cells[at] ?? "");
  return writeCsv([
    [...found.header, "What is wrong"],
    ...rows.map(({ cells, problem, line }) => [...filled(cells), `Line ${line}: ${problem}`]),
  ]);
}
