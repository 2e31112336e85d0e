import { phrase } from "@/app/_words/phrase";
import type { Phrase, Say } from "@/app/_words/say";
import type { ImportKind } from "@/db/schema/imports";
import type { ImportFacts, ImportRow } from "@/lib/imports/get-import";

export const statusWords: Record<ImportFacts["status"], Phrase> = {
  read: phrase("Not read in yet"),
  running: phrase("Is being read in"),
  done: phrase("Read in"),
  undone: phrase("Taken back"),
};

export const addWords: Record<ImportKind, Phrase> = {
  customers: phrase("Add {count, plural, one {one customer} other {{count} customers}}"),
  services: phrase("Add {count, plural, one {one service} other {{count} services}}"),
  staff: phrase("Add {count, plural, one {one person} other {{count} people}}"),
  bookings: phrase("Add {count, plural, one {one booking} other {{count} bookings}}"),
};

/** What became of a list, in a line. */
export function becameWords(say: Say, row: Pick<ImportRow, "status" | "rows" | "added" | "takenBack">): string {
  const { rows, added, takenBack } = row;
  const status = say(statusWords[row.status]);
  if (row.status === "read") return say("{status}: {rows, plural, one {1 row} other {{rows} rows}}", { status, rows });
  if (row.status !== "undone") return say("{status}: {added} of {rows}", { status, added, rows });
  return added > 0
    ? say("{status}: {takenBack}, {added, plural, one {1 stays} other {{added} stay}}", { status, takenBack, added })
    : `${status}: ${takenBack}`;
}
