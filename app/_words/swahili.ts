import type { Language } from "@/lib/platform/format";
import shell from "./swahili/shell.json";
import { english, wordsOf } from "./words";

/** Every sentence of the people who work here, by the file of where it is said; none stands in two of them. */
export const sentences = { shell };

const swahili = wordsOf(Object.assign({}, ...Object.values(sentences)));

export const wordsIn = (language: Language) => (language === "sw" ? swahili : english);
