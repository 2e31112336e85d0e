import { happenedMark, isHappened, keyOf, textOf } from "./keys";
import { teller } from "./told";

export type Words = Record<string, string>;

const byKey = (said: Words, otherwise: (text: string) => string): Words =>
  new Proxy(said, {
    get: (all, key) =>
      typeof key === "string" ? (Object.hasOwn(all, key) ? all[key] : otherwise(textOf(key))) : undefined,
  });

/** In English each sentence is its own translation: nothing has to be loaded. */
export const english: Words = byKey({}, (text) => text);

type Sentences = { spoken: Words; told: Words; happened: Words; fills: Words; eventFills: Words };

/** What stands in the code, and what the server tells; a sentence that nobody knows is said in English rather than not at all. */
export function wordsOf({ spoken, told, happened, fills, eventFills }: Sentences): Words {
  const tell = teller({ ...spoken, ...happened, ...told }, { ...eventFills, ...fills });
  const tellHappened = teller(happened, eventFills);
  return byKey(Object.fromEntries(Object.entries(spoken).map(([text, said]) => [keyOf(text), said])), (text) =>
    isHappened(text) ? tellHappened(text.slice(happenedMark.length)) : tell(text),
  );
}
