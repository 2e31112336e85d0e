import type { ReactNode } from "react";
import { languageHere } from "@/app/_server/language";
import { WordsIn } from "./words-in";

/** The reader's language for all components of the browser below. */
export async function WordsHere({ children }: { children: ReactNode }) {
  return <WordsIn language={await languageHere()}>{children}</WordsIn>;
}
