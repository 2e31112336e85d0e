import "server-only";
import type { FileRefusal } from "@/lib/imports/keep-file";
import { mostColumns } from "@/lib/imports/rules";
import type { RunRefusal } from "@/lib/imports/run-import";
import type { UndoRefusal } from "@/lib/imports/undo-import";
import type { Result } from "@/lib/platform/result";
import { type ActionAnswer, done, stopped } from "./action";

type Refusal = FileRefusal | RunRefusal | UndoRefusal;

const words: Record<Refusal["refusal"], string> = {
  no_table: `That is not a table we can read. Save it as CSV, with the names of the columns in its first line and at most ${mostColumns} columns.`,
  no_rows: "There is nothing below the names of the columns.",
  too_many: "That is too much for one file. Split it and read the parts in one after the other.",
  unknown_import: "This list is no longer here.",
  already_begun: "This list is being read in already.",
  not_done: "Only a list that was read in to its end can be taken back, and only once.",
};

export const importWords = ({ refusal }: Refusal): string => words[refusal];

/** A verb's outcome as a screen gets it. */
export function importAnswer<T>(answer: Result<T, Refusal>): ActionAnswer<T> {
  return answer.ok ? done(answer.value) : stopped(importWords(answer), { code: answer.refusal });
}
