import type { Phrase } from "./say";

/** Marks a sentence that stands in a table and is said later, `say(labels[one])`, so that the tests ask for its Swahili. */
export const phrase = (text: string): Phrase => text as unknown as Phrase;
