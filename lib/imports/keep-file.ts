import { parse } from "csv-parse/sync";
import { sql } from "drizzle-orm";
import { type ImportKind, imports } from "@/db/schema/imports";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { guessed } from "./fields";
import { mostColumns, mostImportRows } from "./rules";

export type FileRefusal = { refusal: "no_table" } | { refusal: "no_rows" } | { refusal: "too_many"; most: number };

/** Keeps a file as it is, until it is said what its columns are. Nothing is added by that. */
export async function keepFile(
  scope: Scope,
  kind: ImportKind,
  fileName: string,
  bytes: Buffer,
): Promise<Result<{ id: string }, FileRefusal>> {
  const lines = linesOf(bytes);
  const [header, ...rows] = lines ?? [];
  if (!header || header.length < 1 || header.length > mostColumns) return refuse("no_table");
  if (rows.length === 0) return refuse("no_rows");
  const most = mostImportRows[kind];
  if (rows.length > most) return refuse("too_many", { most });
  const { tx, tenantId, actor } = scope;
  const id = newId();
  await tx.insert(imports).values({
    ...{ tenantId, id, kind, fileName: fileName.slice(0, 120), header, rows: rows.length },
    mapping: guessed(kind, header),
    byUserId: "userId" in actor ? actor.userId : null,
    createdAt: now(),
  });
  for (let from = 0; from < rows.length; from += 2_000) {
    const some = rows.slice(from, from + 2_000).map((cells, at) => ({ line: from + at + 2, cells }));
    await tx.execute(sql`
      insert into import_rows (tenant_id, import_id, line, cells)
      select ${tenantId}, ${id}, r.line, array(select json_array_elements_text(r.cells))
      from json_to_recordset(${JSON.stringify(some)}::text::json) as r (line int, cells json)`);
  }
  return ok({ id });
}

/** Null when it is no table of text; separated by commas, or by semicolons as some spreadsheets have it. */
function linesOf(bytes: Buffer): string[][] | null {
  // A NUL is nowhere in text, and Postgres would not keep it.
  if (bytes.includes(0)) return null;
  const text = decoded(bytes);
  const first = text.slice(0, text.search(/\r?\n|$/));
  const delimiter = first.split(";").length > first.split(",").length ? ";" : ",";
  try {
    const lines = parse(text, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: true, trim: true });
    return lines.filter((cells: string[]) => cells.some(Boolean));
  } catch {
    return null;
  }
}

/** UTF-8, or what older spreadsheets on Windows write. */
function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
