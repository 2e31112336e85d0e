import type { ImportFacts, ImportRow } from "@/lib/imports/get-import";

export const statusWords: Record<ImportFacts["status"], string> = {
  read: "Not read in yet",
  running: "Is being read in",
  done: "Read in",
  undone: "Taken back",
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
