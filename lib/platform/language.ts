import type { Language } from "./format";

export const languages = ["en", "sw"] as const satisfies readonly Language[];

export const isLanguage = (value: unknown): value is Language => languages.some((one) => one === value);

/** What a browser asks for (Accept-Language), of those that we have; null for none of them. */
export function askedLanguage(header: string | null): Language | null {
  const asked = (header ?? "")
    .slice(0, 200)
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const q = /^\s*q=([\d.]+)$/.exec(parameters.find((one) => one.trim().startsWith("q=")) ?? "")?.[1];
      return { language: tag.split("-")[0]?.toLowerCase(), weight: q === undefined ? 1 : Number(q) };
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
  return asked.map(({ language }) => language).find(isLanguage) ?? null;
}
