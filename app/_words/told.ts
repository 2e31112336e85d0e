import type { Words } from "./words";

type Pattern = { shape: RegExp; said: string; weight: number };

const slot = /\{\d\}/;
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Of `{0} booked {1}`: what it is told by, and how much of it is not left open. */
export function patternOf(text: string, said: string): Pattern {
  const parts = text.split(slot);
  return { shape: new RegExp(`^${parts.map(escaped).join("(.+?)")}$`, "s"), said, weight: parts.join("").length };
}

const sentenceEnd = /(?<=[.!?]) (?=\p{Lu})/u;

/** Finds how a text is said, whole or by its pattern. */
function finder(words: Words, fill: (text: string) => string): (text: string) => string | null {
  const patterns = Object.entries(words)
    .filter(([text]) => slot.test(text))
    .map(([text, said]) => patternOf(text, said))
    .toSorted((a, b) => b.weight - a.weight);
  return (text) => {
    if (Object.hasOwn(words, text)) return words[text]!;
    for (const { shape, said } of patterns) {
      const filled = shape.exec(text);
      if (filled) return said.replace(/\{(\d)\}/g, (_, at: string) => fill(filled[Number(at) + 1] ?? ""));
    }
    return null;
  };
}

/**
 * Sentences that come from the server as they are kept there, in English: a notification, a fault of a field. They are known
 * by their pattern. What fills it is a name or a number, and stays as it is unless it is one of `fills`: a status in a
 * sentence is said too. What nobody knows as a whole is told sentence by sentence, and else stays as it is.
 */
export function teller(told: Words, fills: Words): (text: string) => string {
  const fill = finder(fills, withDays);
  const find = finder(told, (text) => fill(text) ?? withDays(text));
  const known = (text: string) => find(text) ?? fill(text);
  const tell = (text: string): string => {
    const whole = known(text);
    const parts = text.split(sentenceEnd);
    if (whole !== null || parts.length === 1) return whole ?? withDays(text);
    // As many together as are known: some are kept in twos.
    const ends = parts.map((_, at) => parts.length - at).slice(1);
    const end = ends.find((many) => known(parts.slice(0, many).join(" ")) !== null) ?? 1;
    return `${tell(parts.slice(0, end).join(" "))} ${tell(parts.slice(end).join(" "))}`;
  };
  return tell;
}

const weekdays = {
  Mon: "Jumatatu",
  Tue: "Jumanne",
  Wed: "Jumatano",
  Thu: "Alhamisi",
  Fri: "Ijumaa",
  Sat: "Jumamosi",
  Sun: "Jumapili",
};
const months = { Mar: "Mac", May: "Mei", Jun: "Jun", Aug: "Ago", Sept: "Sep", Oct: "Okt", Dec: "Des" };
const day = new RegExp(`\\b(${Object.keys(weekdays).join("|")}) (\\d{1,2}) (\\p{Lu}\\p{Ll}{2,3})\\b`, "gu");

/** `Tue 24 Dec` as `Jumanne 24 Des`. */
const withDays = (text: string): string =>
  text.replace(
    day,
    (_, name: keyof typeof weekdays, date: string, month: string) =>
      `${weekdays[name]} ${date} ${months[month as keyof typeof months] ?? month}`,
  );
