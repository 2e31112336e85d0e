import { keyOf, textOf } from "./keys";
import { teller } from "./told";

export type Words = Record<string, string>;

const byKey = (said: Words, otherwise: (text: string) => string): Words =>
  new Proxy(said, {
    get: (all, key) =>
      typeof key === "string" ? (Object.hasOwn(all, key) ? all[key] : otherwise(textOf(key))) : undefined,
  });

/** In English each sentence is its own translation: nothing has to be loaded. */
export const english: Words = byKey({}, (text) => text);

/** What stands in the code, and what the server tells; a sentence that nobody knows is said in English rather than not at all. */
export const wordsOf = (spoken: Words, told: Words): Words =>
  byKey(
    Object.fromEntries(Object.entries(spoken).map(([text, said]) => [keyOf(text), said])),
    teller({ ...spoken, ...told }),
  );
