import { sql } from "drizzle-orm";
import { headOf, writePosition } from "@/lib/tenancy/head";
import type { Scope } from "@/lib/tenancy/scope";
import { held, rowsOf } from "./held";
import { factsOf, type RowFacts } from "./internal/facts-of";
import { whose } from "./internal/held-sql";
import type { Choice } from "./merge-rules";

export type Side = { id: string } & Pick<RowFacts, Choice | "allergies" | "notes" | "tags">;
/** The two side by side, and how many rows of what would go from the second to the first. */
export type MergePreview = { kept: Side; gone: Side; moves: { what: string; rows: number }[]; position: string };

export async function previewMerge(scope: Scope, keptId: string, goneId: string): Promise<MergePreview | null> {
  const facts = keptId === goneId ? [] : await factsOf(scope, [keptId, goneId]);
  const [kept, gone] = [keptId, goneId].map((id) => facts.find((one) => one.id === id));
  if (!kept || !gone) return null;
  const counts = Object.entries(held).flatMap(([table, rows]) => {
    if (!("key" in rows.merged)) return [];
    return sql`select ${table}::text as what, count(*)::int as rows from ${sql.identifier(table)} t
      where ${whose(scope, rowsOf(rows), [goneId])}`;
  });
  const moves = await scope.tx.execute<{ what: string; rows: number }>(sql.join(counts, sql` union all `));
  return {
    kept: sideOf(kept),
    gone: sideOf(gone),
    moves: moves.filter(({ rows }) => rows > 0),
    position: writePosition(await headOf(scope)),
  };
}

const sideOf = ({
  id,
  name,
  phone,
  email,
  location,
  birthday,
  language,
  status,
  allergies,
  notes,
  tags,
}: RowFacts & { id: string }): Side => ({
  ...{ id, name, phone, email, location, birthday, language, status, allergies, notes, tags },
});
