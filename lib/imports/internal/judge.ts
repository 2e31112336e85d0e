import type { Mapping } from "@/db/schema/imports";
import type { Scope } from "@/lib/tenancy/scope";
import { cellOf, Wrong } from "./cells";
import type { FileRow, How, Kind, Row } from "./kind";

export type Judged<T> =
  | ({ outcome: "added" } & Row<T>)
  | { line: number; outcome: "known" | "twice" }
  | { line: number; outcome: "wrong"; problem: string };

/** `seen`: what stands in earlier rows of the file, where nothing of those has been written. */
type Judging<C> = How<C> & { mapping: Mapping; seen?: Set<string> };

/** What would come of these rows. What is there already stays as it is. */
export async function judge<T, C>(
  scope: Scope,
  kind: Kind<T, C>,
  rows: readonly FileRow[],
  how: Judging<C>,
): Promise<Judged<T>[]> {
  const read = rows.map(({ line, cells }) => ({ line, ...readRow(kind, cells, how) }));
  const there = await kind.known(
    scope,
    read.flatMap((one) => ("it" in one ? [one.it] : [])),
    how,
  );
  const { seen = new Set<string>() } = how;
  return read.map((one) => {
    const { line } = one;
    if ("problem" in one) return { line, outcome: "wrong", problem: one.problem };
    const key = kind.keyOf(one.it);
    const known = there.get(key);
    if (known === "here" || seen.has(key)) return { line, outcome: "twice" };
    if (known) return { line, outcome: "known" };
    seen.add(key);
    return { line, outcome: "added", it: one.it };
  });
}

function readRow<T, C>(kind: Kind<T, C>, cells: readonly string[], how: Judging<C>): { it: T } | { problem: string } {
  try {
    return { it: kind.read(cellOf(cells, how.mapping), how) };
  } catch (error) {
    if (error instanceof Wrong) return { problem: error.message };
    throw error;
  }
}
