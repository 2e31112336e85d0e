import type { Language } from "@/lib/platform/format";
import { bookWords } from "../words";

/** What the day's times are said with, for the browser: no more than it shows. */
export function chipWords(language: Language) {
  const { morning, afternoon, evening, seatsLeft, justTaken } = bookWords[language];
  return { morning, afternoon, evening, seatsLeft, justTaken };
}

export type ChipWords = ReturnType<typeof chipWords>;
