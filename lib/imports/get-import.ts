import { type SQL, sql } from "drizzle-orm";
import type { ImportKind, ImportOptions, importRows, imports, Mapping } from "@/db/schema/imports";
import { writeCsv } from "@/lib/platform/csv";
import type { Reader } from "@/lib/platform/reader";
import { headOf, writePosition } from "@/lib/tenancy/head";
import type { Scope } from "@/lib/tenancy/scope";
import { findImport } from "./internal/find-import";

type Outcome = (typeof importRows.$inferSelect)["outcome"];
type Status = (typeof imports.$inferSelect)["status"];

export type ImportFacts = {
  id: string;
  kind: ImportKind;
  fileName: string;
  status: Status;
  rows: number;
  header: string[];
  mapping: Mapping;
  options: ImportOptions;
  /** How many of each outcome. */
  counts: Partial<Record<Outcome, number>>;
  /** The first rows as they stand in the file, until it is read in. */
  sample: string[][];
  /** Rows that somebody has to put right. */
  problems: { line: number; problem: string }[];
  /** What an undo has left, since something of it is newer. */
  stays: Left[];
  position: string;
};

/** `at` of a booking: when it is. */
export type Left = { id: string; name: string; at: string | null };

const mostShown = 50;

/** What a row has made, over `r`. */
const leftOf: Record<ImportKind, SQL> = {
  customers: sql`select r.line, c.id, c.name, null::timestamptz as at from import_rows r
    join customers c on c.tenant_id = r.tenant_id and c.id = r.customer_id`,
  services: sql`select r.line, s.id, s.name, null::timestamptz as at from import_rows r
    join services s on s.tenant_id = r.tenant_id and s.id = r.made_id`,
  staff: sql`select r.line, p.id, p.name, null::timestamptz as at from import_rows r
    join staff p on p.tenant_id = r.tenant_id and p.id = r.made_id`,
  bookings: sql`select r.line, b.id, coalesce(b.booked_as->>'name', '') as name, b.starts_at as at from import_rows r
    join bookings b on b.tenant_id = r.tenant_id and b.id = r.made_id`,
};

export async function getImport(scope: Scope, id: string): Promise<ImportFacts | null> {
  const { tx, tenantId } = scope;
  const found = await findImport(scope, id);
  if (!found) return null;
  const of = sql`r.tenant_id = ${tenantId} and r.import_id = ${id}`;
  const [row] = await tx.execute<Pick<ImportFacts, "counts" | "sample" | "problems" | "stays">>(sql`
    select
      (select coalesce(json_object_agg(outcome, many), '{}') from (
        select r.outcome, count(*)::int as many from import_rows r where ${of} group by r.outcome) o) as counts,
      (select coalesce(json_agg(cells), '[]') from (select r.cells from import_rows r
        where ${of} and r.outcome = 'waiting' order by r.line limit 3) s) as sample,
      (select coalesce(json_agg(json_build_object('line', line, 'problem', problem)), '[]') from (
        select r.line, r.problem from import_rows r
        where ${of} and r.outcome in ('wrong', 'full') order by r.line limit ${mostShown}) p) as problems,
      (select coalesce(json_agg(json_build_object('id', id, 'name', name, 'at', at)), '[]') from (
        ${leftOf[found.kind]} where ${of} and r.outcome = 'stays' order by r.line limit ${mostShown}) l) as stays`);
  const { kind, fileName, status, rows, header, mapping, options } = found;
  return {
    ...{ id, kind, fileName, status, rows, header, mapping, options },
    ...row!,
    position: writePosition(await headOf(scope)),
  };
}

export type ImportRow = {
  id: string;
  kind: ImportKind;
  fileName: string;
  status: Status;
  rows: number;
  /** What stands of it, and what was taken back. */
  added: number;
  takenBack: number;
  at: string;
  by: string | null;
};
export type ImportList = { items: ImportRow[]; nextCursor: string | null; position: string };

const perPage = 20;

/** Newest first, twenty at a time. */
export async function listImports(scope: Scope, cursor?: string): Promise<ImportList> {
  const { tx, tenantId } = scope;
  const [at, id] = cursor?.split(" ") ?? [];
  // Instants are told in thousandths, so they are compared in those.
  const after = at
    ? sql`and (date_trunc('milliseconds', i.created_at), i.id) < (${at}::timestamptz, ${id}::uuid)`
    : sql``;
  const items = await tx.execute<ImportRow>(sql`
    select i.id, i.kind, i.file_name as "fileName", i.status, i.rows, i.created_at as at, u.name as by,
      (select count(*)::int from import_rows r
        where r.tenant_id = i.tenant_id and r.import_id = i.id and r.outcome in ('added', 'stays')) as added,
      (select count(*)::int from import_rows r
        where r.tenant_id = i.tenant_id and r.import_id = i.id and r.outcome = 'taken_back') as "takenBack"
    from imports i left join users u on u.id = i.by_user_id
    where i.tenant_id = ${tenantId} ${after}
    order by i.created_at desc, i.id desc limit ${perPage + 1}`);
  const shown = items.slice(0, perPage).map((one) => ({ ...one, at: new Date(one.at).toISOString() }));
  const last = items.length > perPage ? shown.at(-1) : undefined;
  const nextCursor = last ? `${last.at} ${last.id}` : null;
  return { items: shown, nextCursor, position: writePosition(await headOf(scope)) };
}

/** The rows that somebody has to put right, as they were, with what is wrong beside them: to be read in again. */
export async function importErrors(scope: Scope, id: string, reader: Reader): Promise<string | null> {
  const found = await findImport(scope, id);
  if (!found) return null;
  const rows = await scope.tx.execute<{ line: number; cells: string[]; problem: string }>(sql`
    select line, cells, problem from import_rows
    where tenant_id = ${scope.tenantId} and import_id = ${id} and outcome in ('wrong', 'full') order by line`);
  const width = found.header.length;
  const filled = (cells: string[]) => Array.from({ length: width }, (_, at) => cells[at] ?? "");
  return writeCsv([
    [...found.header, reader.known("What is wrong")],
    ...rows.map(({ cells, problem, line }) => [
      ...filled(cells),
      `${reader.known(`Line ${line}`)}: ${reader.known(problem)}`,
    ]),
  ]);
}
