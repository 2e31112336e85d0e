import "server-only";
import { type Say, sayIn } from "@/app/_words/say";
import { wordsIn } from "@/app/_words/swahili";
import type { Visitor } from "./visitor";

/** For files: in the language of whoever asks for one. A program goes by the words, so they stay for it as they are. */
export function sayTo(visitor: Visitor | null): Say {
  const language = visitor?.user.language ?? "en";
  return sayIn(language, wordsIn(language));
}
