import { formatMoney, type Language } from "@/lib/platform/format";
import { publicWords } from "./public-words";

/** Short words for the public pages, in the language of whoever reads them. */

/** `45 min`, `1 h`, `1 h 45 min`; `saa 1 dak 45` */
export function duration(minutes: number, language: Language = "en"): string {
  const words = publicWords[language];
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours > 0 ? words.hours(hours) : "", rest > 0 || hours === 0 ? words.minutes(rest) : ""]
    .filter(Boolean)
    .join(" ");
}

/** `KES 1,500`, or `from KES 1,500` where it depends on who does it. */
export function priceFrom(
  { fromMinor, toMinor, currency }: { fromMinor: number; toMinor: number; currency: string },
  language: Language,
): string {
  const least = formatMoney(fromMinor, currency);
  return fromMinor === toMinor ? least : publicWords[language].from(least);
}

const kinds: Record<string, Record<Language, string>> = {
  kinyozi: { en: "Barber shop", sw: "Kinyozi" },
  salon: { en: "Salon", sw: "Saluni" },
  spa: { en: "Spa", sw: "Spa" },
  clinic: { en: "Clinic", sw: "Kliniki" },
  multi_service: { en: "Studio", sw: "Studio" },
};

export const kindOf = (businessType: string, language: Language = "en"): string =>
  kinds[businessType]?.[language] ?? "Studio";

/** `Nairobi time (GMT+3)`: said on every page that shows a time, since the phone may be set to another zone. */
export function zoneName(timeZone: string, at: Date, language: Language = "en"): string {
  const offset = new Intl.DateTimeFormat("en-GB", { timeZone, timeZoneName: "shortOffset" })
    .formatToParts(at)
    .find(({ type }) => type === "timeZoneName")?.value;
  return publicWords[language].zone(timeZone.split("/").at(-1)!.replaceAll("_", " "), offset ?? "");
}
