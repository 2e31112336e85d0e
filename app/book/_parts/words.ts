import { formatTime } from "@/lib/platform/format";

/** Short words for the public pages, the same in every language: the browser has these. */

/** As people here write it: `0712 480 160`; other countries keep their code. */
export function readablePhone(phone: string): string {
  const kenyan = /^\+254(\d{3})(\d{3})(\d{3})$/.exec(phone);
  return kenyan ? `0${kenyan[1]} ${kenyan[2]} ${kenyan[3]}` : phone;
}

/** Local hour of an instant, for morning, afternoon and evening. */
export const hourOf = (iso: string, timeZone: string): number => Number(formatTime(iso, timeZone).slice(0, 2));

/** A refusal of a field as a sentence with the field's name in it. */
export function fieldSentence(label: string, message: string): string {
  if (/^(is|are|must) /.test(message)) return `${label} ${message}.`;
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
}
