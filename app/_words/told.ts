import type { Words } from "./words";

type Pattern = { shape: RegExp; said: string; weight: number };

const slot = /\{\d\}/;
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Of `{0} booked {1}`: what it is told by, and how much of it is not left open. */
export function patternOf(text: string, said: string): Pattern {
  const parts = text.split(slot);
  return { shape: new RegExp(`^${parts.map(escaped).join("(.+?)")}$`, "s"), said, weight: parts.join("").length };
}

/**
 * Sentences that come from the server as they are kept there, in English: a notification, a fault of a field. They are known
 * by their pattern; what fills it is looked for as well, so that a status in a sentence is said too. What nobody knows stays
 * as it is.
 */
export function teller(told: Words): (text: string) => string {
  const patterns = Object.entries(told)
    .filter(([text]) => slot.test(text))
    .map(([text, said]) => patternOf(text, said))
    .toSorted((a, b) => b.weight - a.weight);
  const tell = (text: string): string => {
    if (Object.hasOwn(told, text)) return told[text]!;
    for (const { shape, said } of patterns) {
      const filled = shape.exec(text);
      if (filled) return said.replace(/\{(\d)\}/g, (_, at: string) => tell(filled[Number(at) + 1] ?? ""));
    }
    return withDays(text);
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
