import type { Language } from "@/lib/platform/format";

/** What an entry says in somebody's own calendar. */

const en = {
  at: (what: string, house: string) => `${what} at ${house}`,
  with: (what: string, whom: string) => `${what} with ${whom}`,
  reference: (code: string) => `Reference ${code}`,
  questions: (phone: string) => `Questions? ${phone}`,
  change: (link: string) => `Change or cancel: ${link}`,
};

export type CalendarWords = typeof en;

const sw: CalendarWords = {
  at: (what, house) => `${what}, ${house}`,
  with: (what, whom) => `${what} na ${whom}`,
  reference: (code) => `Kumbukumbu ${code}`,
  questions: (phone) => `Maswali? ${phone}`,
  change: (link) => `Badilisha au ghairi: ${link}`,
};

export const calendarWords: Record<Language, CalendarWords> = { en, sw };
