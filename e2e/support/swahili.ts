import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sayIn } from "@/app/_words/say";
import { wordsOf } from "@/app/_words/words";

const folder = fileURLToPath(new URL("../../app/_words/swahili", import.meta.url));
const read = (name: string): Record<string, string> => JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8"));
const apart = ["told", "events", "fills", "event-fills"];
const spoken = readdirSync(folder)
  .map((file) => file.replace(/\.json$/, ""))
  .filter((name) => !apart.includes(name));
const [told, happened, fills, eventFills] = apart.map(read) as Record<string, string>[] & { length: 4 };

/** What a sentence of a screen is in Swahili; the catalogue may change without the tests that lead by its words. */
export const inSwahili = sayIn(
  "sw",
  wordsOf({
    spoken: Object.assign({}, ...spoken.map(read)),
    told: told!,
    happened: happened!,
    fills: fills!,
    eventFills: eventFills!,
  }),
).known;
