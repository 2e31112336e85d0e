import { formatWait, type Language } from "@/lib/platform/format";

/** For people who tried too often. */
export const waitWords = (seconds: number, language: Language = "en"): string =>
  language === "sw"
    ? `Umejaribu mara nyingi. Subiri ${formatWait(seconds, language)} kisha ujaribu tena.`
    : `Too many tries. Wait ${formatWait(seconds)} and try again.`;
