import type { ReactNode } from "react";
import type { ICUArgs, ICUTags } from "use-intl/core";
import { _createCache, _createIntlFormatters, createTranslator } from "use-intl/core";
import type { Language } from "@/lib/platform/format";
import { happenedMark, keyOf } from "./keys";
import type { Words } from "./words";

type Plain = { ICUArgument: string | number; ICUNumberArgument: number | bigint; ICUDateArgument: Date };
type Shown = (chunks: ReactNode) => ReactNode;
type Given<Values> = Partial<Values> extends Values ? [values?: Values] : [values: Values];
type Values<T extends string> = string extends T ? Record<string, string | number> : ICUArgs<T, Plain>;

declare const unsaid: unique symbol;

/** A sentence that waits in a table for its language (phrase.ts): no text for the screen until it is said. */
export type Phrase = { readonly [unsaid]: true };

/** Says in the reader's language what stands in the code in English, as an ICU message. */
export type Say = {
  <T extends string>(text: T, ...values: Given<Values<T>>): string;
  (text: Phrase, values?: Record<string, string | number>): string;
  /** With parts of it shown as elements: `<link>so</link>`. */
  rich<T extends string>(text: T, values: Values<NoInfer<T>> & ICUTags<NoInfer<T>, Shown>): ReactNode;
  /** What was said elsewhere, such as a fault that the server tells: as it is where nobody has put it into the language. */
  known(text: string): string;
  /** The title or the message of what has happened; a message may be a name alone. */
  happened(text: string): string;
  readonly language: Language;
};

type Translate = {
  (key: string, values?: object): string;
  rich(key: string, values?: object): ReactNode;
  raw(key: string): string;
};

/** Over next-intl's own translator, which has keys of its own in place of sentences. */
export function sayBy(t: Translate, language: Language): Say {
  const known = (text: string) => (language === "en" || text === "" ? text : t.raw(keyOf(text)));
  const happened = (text: string) => (language === "en" || text === "" ? text : t.raw(keyOf(happenedMark + text)));
  const say = (text: string, values?: object) => t(keyOf(text), values);
  const rich = (text: string, values?: object) => t.rich(keyOf(text), values);
  return Object.assign(say, { rich, known, happened, language }) as Say;
}

const formatters = _createIntlFormatters(_createCache());

/** Where no component is: in actions, in files that are made, in tests. */
export function sayIn(language: Language, messages: Words): Say {
  const t = createTranslator({ locale: language, messages, timeZone: "UTC", _formatters: formatters });
  return sayBy(t as unknown as Translate, language);
}
