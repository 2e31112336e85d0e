import type { ImportFacts } from "@/lib/imports/get-import";

export const statusWords: Record<ImportFacts["status"], string> = {
  read: "Not read in yet",
  running: "Is being read in",
  done: "Read in",
  undone: "Taken back",
};
