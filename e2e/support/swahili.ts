import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sayIn } from "@/app/_words/say";
import { wordsOf } from "@/app/_words/words";

const folder = fileURLToPath(new URL("../../app/_words/swahili", import.meta.url));
const sentences: Record<string, string> = Object.assign(
  {},
  ...readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), "utf8"))),
);

/** What a sentence of a screen is in Swahili; the catalogue may change without the tests that lead by its words. */
export const inSwahili = sayIn("sw", wordsOf(sentences, {})).known;
