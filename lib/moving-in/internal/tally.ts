import { createHash } from "node:crypto";
import type { PgTable } from "drizzle-orm/pg-core";
import type { z } from "zod";
import { movedRows } from "@/db/schema/moving-in";
import { isId, sha256 } from "@/lib/platform/ids";
import { insertTogether, rowsOf } from "@/lib/platform/insert-together";
import type { Scope } from "@/lib/tenancy/scope";
import type { OldRow } from "../dump";
import type { Measure } from "../report";
import { inParts } from "./in-parts";
import { keyOf, type OldHouse } from "./sort-out";

export type Fate = "brought" | "already" | "changed" | "merged" | "refused";
export type Remark = { model: string; oldId: string; fate: Fate | "told"; words: string };
type Adjusted = { measure: Measure; amount: number };

/** One business on its way in, and what became of each of its rows so far. */
export type Move = {
  scope: Scope;
  house: OldHouse;
  run: string;
  at: Date;
  timeZone: string;
  currency: string;
  /** Added to the times of bookings. */
  shiftMs: number;
  /** Whether its owner has said when bookings are. */
  timesKnown: boolean;
  was: ReadonlyMap<string, { newId: string; digest: string }>;
  fates: Map<string, Fate>;
  ids: Map<string, string>;
  kept: (typeof movedRows.$inferInsert)[];
  remarks: Remark[];
  adjusted: Adjusted[];
};

/** An id made of something else's: the same once more is the same. */
export function madeId(of: string): string {
  const hex = createHash("sha256").update(of).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The old id, where it is one of ours by its shape. */
export const idHere = ({ model, id }: OldRow): string => (isId(id) ? id : madeId(`${model} ${id}`));

const digestOf = ({ fields }: OldRow): string => sha256(JSON.stringify(fields)).slice(0, 20);

export const tell = ({ remarks }: Move, { model, id }: OldRow, words: string): unknown =>
  remarks.push({ model, oldId: id, fate: "told", words });

export function refuseRow({ fates, remarks }: Move, row: OldRow, words: string): void {
  fates.set(keyOf(row), "refused");
  remarks.push({ model: row.model, oldId: row.id, fate: "refused", words });
}

function keepRow(move: Move, row: OldRow, newId: string, merged: boolean): void {
  const { scope, run, at } = move;
  move.fates.set(keyOf(row), merged ? "merged" : "brought");
  move.ids.set(keyOf(row), newId);
  const kept = { model: row.model, oldId: row.id, newId, merged, digest: digestOf(row), run, createdAt: at };
  move.kept.push({ tenantId: scope.tenantId, ...kept });
}

export const bringRow = (move: Move, row: OldRow, newId = idHere(row)): void => keepRow(move, row, newId, false);

export function mergeRow(move: Move, row: OldRow, into: string, words: string): void {
  keepRow(move, row, into, true);
  move.remarks.push({ model: row.model, oldId: row.id, fate: "merged", words });
}

/** What a value came in as, where it could not stay what it was: the sums say so. */
export function adjust(move: Move, row: OldRow, { measure, amount }: Adjusted, words: string): void {
  move.adjusted.push({ measure, amount });
  tell(move, row, words);
}

/** What it is here: of what came in now or before; null for what did not. */
export const newIdOf = ({ ids, was }: Move, model: string, oldId: string | null): string | null =>
  oldId === null ? null : (ids.get(`${model} ${oldId}`) ?? was.get(`${model} ${oldId}`)?.newId ?? null);

/** Rows that are new and can be read. What came in before stays as the house has it by now. */
export function take<S extends z.ZodType>(move: Move, model: string, shape: S): { row: OldRow; it: z.output<S> }[] {
  return move.house.rows(model).flatMap((row) => {
    const before = move.was.get(keyOf(row));
    if (before) {
      const same = before.digest === digestOf(row);
      move.fates.set(keyOf(row), same ? "already" : "changed");
      if (!same)
        move.remarks.push({
          model,
          oldId: row.id,
          fate: "changed",
          words: "changed there since: it stays as it is here",
        });
      return [];
    }
    const read = shape.safeParse(row.fields);
    if (!read.success) {
      const [issue] = read.error.issues;
      refuseRow(move, row, `${issue!.path.join(".")} ${issue!.message}`);
      return [];
    }
    const told = move.house.told.get(keyOf(row));
    if (told) tell(move, row, told);
    return [{ row, it: read.data }];
  });
}

/** Rows with the same keys, some hundreds in one statement. */
export async function put<T extends PgTable>(scope: Scope, table: T, rows: T["$inferInsert"][]): Promise<void> {
  for (const some of inParts(rows)) await insertTogether(scope, [rowsOf(table, some)]);
}

export const writeKept = ({ scope, kept }: Move): Promise<void> => put(scope, movedRows, kept);
