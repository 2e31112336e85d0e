import "server-only";
import { cache } from "react";
import { languageHere } from "@/app/_server/language";
import { type Say, sayIn } from "./say";
import { wordsIn } from "./swahili";

/** In async components, in actions and in what answers a person. */
export const sayHere = cache(async (): Promise<Say> => {
  const language = await languageHere();
  return sayIn(language, wordsIn(language));
});
