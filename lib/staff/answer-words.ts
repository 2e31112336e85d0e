import type { Language } from "@/lib/platform/format";

/** What somebody is told of the time off that they asked for. */

type Letter = { subject: string; body: string };

export type AnswerWords = {
  approved(when: string): Letter;
  declined(when: string): Letter;
};

export const answerWords: Record<Language, AnswerWords> = {
  en: {
    approved: (when) => ({
      subject: `Your time off is approved: ${when}`,
      body: `Your time off ${when} is approved.`,
    }),
    declined: (when) => ({
      subject: `Your time off is declined: ${when}`,
      body: `Your time off ${when} is declined.`,
    }),
  },
  sw: {
    approved: (when) => ({
      subject: `Likizo yako imekubaliwa: ${when}`,
      body: `Likizo yako ya ${when} imekubaliwa.`,
    }),
    declined: (when) => ({
      subject: `Likizo yako imekataliwa: ${when}`,
      body: `Likizo yako ya ${when} imekataliwa.`,
    }),
  },
};
