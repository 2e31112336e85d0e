import { type Placeholder, placeholders } from "./rules";

const braces = /\{([^{}]*)\}/g;
const named = (inside: string): string => inside.trim().toLowerCase().replace(/\s+/g, " ");
const isKnown = (name: string): name is Placeholder => (placeholders as readonly string[]).includes(name);

/** What stands in braces and nothing is known of, as it was typed. */
export const unknownIn = (words: string): string[] =>
  [...words.matchAll(braces)].flatMap(([whole, inside]) => (isKnown(named(inside!)) ? [] : [whole]));

export const hasPlaceholder = (words: string, name: Placeholder): boolean =>
  [...words.matchAll(braces)].some(([, inside]) => named(inside!) === name);

/** The words with what they are about; once, so that nobody's name is read as a placeholder. */
export const filled = (words: string, values: Record<Placeholder, string>): string =>
  words.replace(braces, (whole, inside: string) => {
    const name = named(inside);
    return isKnown(name) ? values[name] : whole;
  });

/** What somebody is called in a message. */
export const firstName = (name: string): string => name.trim().split(/\s+/)[0] ?? "";
