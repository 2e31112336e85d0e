import { phrase } from "@/app/_words/phrase";
import type { ImportFacts, ImportRow } from "@/lib/imports/get-import";

export const statusWords: Record<ImportFacts["status"], string> = {
  read: phrase("Not read in yet"),
  running: phrase("Is being read in"),
  done: phrase("Read in"),
  undone: phrase("Taken back"),
};

/** What became of a list, in a line. */
export function becameWords({
  status,
  rows,
  added,
  takenBack,
}: Pick<ImportRow, "status" | "rows" | "added" | "takenBack">): string {
  const word = statusWords[status];
  if (status === "read") return `${word}: ${rows === 1 ? "1 row" : `${rows} rows`}`;
  if (status !== "undone") return `${word}: ${added} of ${rows}`;
  return `${word}: ${takenBack}${added > 0 ? `, ${added} ${added === 1 ? "stays" : "stay"}` : ""}`;
}
