/** next-intl reads a dot as a way down into a tree; a sentence is one key. */
export const keyOf = (text: string): string => text.replaceAll(".", "\u2024");
export const textOf = (key: string): string => key.replaceAll("\u2024", ".");

/** `is more than 80` is known as `is more than {0}`. */
export function numbersApart(text: string): { pattern: string; numbers: string[] } {
  const numbers: string[] = [];
  const pattern = text.replace(/\d+(?:[.,:]\d+)*/g, (number) => `{${numbers.push(number) - 1}}`);
  return { pattern, numbers };
}
