import { formatMoney, formatTime } from "@/lib/platform/format";

/** Short words for the public pages. */

/** `45 min`, `1 h`, `1 h 45 min` */
export function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours > 0 ? `${hours} h` : "", rest > 0 || hours === 0 ? `${rest} min` : ""].filter(Boolean).join(" ");
}

/** `KES 1,500`, or `from KES 1,500` where it depends on who does it. */
export const priceFrom = ({
  fromMinor,
  toMinor,
  currency,
}: {
  fromMinor: number;
  toMinor: number;
  currency: string;
}) => (fromMinor === toMinor ? formatMoney(fromMinor, currency) : `from ${formatMoney(fromMinor, currency)}`);

/** As people here write it: `0712 480 160`; other countries keep their code. */
export function readablePhone(phone: string): string {
  const kenyan = /^\+254(\d{3})(\d{3})(\d{3})$/.exec(phone);
  return kenyan ? `0${kenyan[1]} ${kenyan[2]} ${kenyan[3]}` : phone;
}

const kinds: Record<string, string> = {
  kinyozi: "Barber shop",
  salon: "Salon",
  spa: "Spa",
  clinic: "Clinic",
  multi_service: "Studio",
};

export const kindOf = (businessType: string): string => kinds[businessType] ?? "Studio";

/** `Nairobi time (GMT+3)`: said on every page that shows a time, since the phone may be set to another zone. */
export function zoneName(timeZone: string, at: Date): string {
  const offset = new Intl.DateTimeFormat("en-GB", { timeZone, timeZoneName: "shortOffset" })
    .formatToParts(at)
    .find(({ type }) => type === "timeZoneName")?.value;
  return `${timeZone.split("/").at(-1)?.replaceAll("_", " ")} time (${offset})`;
}

/** Local hour of an instant, for morning, afternoon and evening. */
export const hourOf = (iso: string, timeZone: string): number => Number(formatTime(iso, timeZone).slice(0, 2));

/** A refusal of a field as a sentence with the field's name in it. */
export function fieldSentence(label: string, message: string): string {
  if (/^(is|are|must) /.test(message)) return `${label} ${message}.`;
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
}
