/** next-intl reads a dot as a way down into a tree; a sentence is one key. */
export const keyOf = (text: string): string => text.replaceAll(".", "\u2024");
export const textOf = (key: string): string => key.replaceAll("\u2024", ".");
