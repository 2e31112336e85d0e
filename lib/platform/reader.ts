import type { Language } from "./format";

/** Whoever a file is made for: `known` says in their language what the code tells in English. */
export type Reader = { language: Language; known(english: string): string };

/** A program, which goes by the words. */
export const inEnglish: Reader = { language: "en", known: (english) => english };
