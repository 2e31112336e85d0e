import type { Language } from "@/lib/platform/format";

/** On the wall: large in one language, small in the other. No imports that run. */
export const posterWords: Record<Language, { scan: string; also: string }> = {
  en: { scan: "Scan to book", also: "Skani uweke nafasi" },
  sw: { scan: "Skani uweke nafasi", also: "Scan to book" },
};

/** What a house sends to those it knows, with its link. */
export const shareWords: Record<Language, (house: string, link: string) => string> = {
  en: (house, link) => `You can now book at ${house} online, day and night: ${link}`,
  sw: (house, link) => `Sasa unaweza kuweka nafasi ${house} mtandaoni, usiku na mchana: ${link}`,
};
