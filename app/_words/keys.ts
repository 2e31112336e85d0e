/** next-intl reads a dot as a way down into a tree; a sentence is one key. */
export const keyOf = (text: string): string => text.replaceAll(".", "\u2024");
export const textOf = (key: string): string => key.replaceAll("\u2024", ".");

/** What has happened is told by sentences of its own: a customer’s name that is a word elsewhere stays a name. */
export const happenedMark = "happened: ";
export const isHappened = (text: string): boolean => text.startsWith(happenedMark);
