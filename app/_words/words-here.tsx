import type { ReactNode } from "react";
import { languageHere } from "@/app/_server/language";
import { EnglishWords } from "./english-words";
import { SwahiliWords } from "./swahili-words";

/** The reader's language for all components of the browser below. */
export async function WordsHere({ children }: { children: ReactNode }) {
  const Words = (await languageHere()) === "sw" ? SwahiliWords : EnglishWords;
  return <Words>{children}</Words>;
}
