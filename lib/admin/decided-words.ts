import type { Language } from "@/lib/platform/format";
import type { Decision } from "./rules";

/** What a business's owners are told of what the platform has decided about it. */

type Letter = { subject: string; body: string };
type Say = (house: string, reason: string, page: string, dashboard: string) => Letter;

export const decidedWords: Record<Language, Record<Decision, Say>> = {
  en: {
    approve: (house, _, page, dashboard) => ({
      subject: `${house} is open`,
      body: `Your booking page takes bookings from now on: ${page}\n\nYour dashboard: ${dashboard}`,
    }),
    reject: (house, reason, _, dashboard) => ({
      subject: `${house} was not accepted`,
      body: `We could not open ${house}: ${reason}\n\nPut it right and apply again: ${dashboard}`,
    }),
    suspend: (house, reason) => ({
      subject: `${house} is suspended`,
      body: `${house} takes no bookings and its dashboard is closed for now: ${reason}\n\nNothing is deleted. Answer this message to talk to us.`,
    }),
    reactivate: (house, _reason, _page, dashboard) => ({
      subject: `${house} is open again`,
      body: `Your booking page and your dashboard are back: ${dashboard}`,
    }),
  },
  sw: {
    approve: (house, _, page, dashboard) => ({
      subject: `${house} iko wazi`,
      body: `Kuanzia sasa ukurasa wako unapokea miadi: ${page}\n\nDashibodi yako: ${dashboard}`,
    }),
    reject: (house, reason, _, dashboard) => ({
      subject: `${house} haikukubaliwa`,
      body: `Hatukuweza kufungua ${house}: ${reason}\n\nRekebisha kisha uombe tena: ${dashboard}`,
    }),
    suspend: (house, reason) => ({
      subject: `${house} imesimamishwa`,
      body: `${house} haipokei miadi na dashibodi yake imefungwa kwa sasa: ${reason}\n\nHakuna kilichofutwa. Jibu ujumbe huu ili kuzungumza nasi.`,
    }),
    reactivate: (house, _reason, _page, dashboard) => ({
      subject: `${house} iko wazi tena`,
      body: `Ukurasa wako wa miadi na dashibodi yako zimerudi: ${dashboard}`,
    }),
  },
};
