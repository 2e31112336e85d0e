import type { ConsentPurpose } from "@/db/schema/customers";

type Words = { en: string; sw: string };
type Wording = { purpose: ConsentPurpose; words(house: string): Words };

/**
 * What somebody was shown when they said yes or no, by version. A version that was ever shown stays here as it was: what
 * they said is worth what they read. `counter`: read out at the desk.
 */
export const wordings = {
  "marketing-1": {
    purpose: "marketing",
    words: (house) => ({
      en: `${house} may write to me about offers and news, by SMS or e-mail. I can stop it at any time.`,
      sw: `${house} inaweza kuniandikia kuhusu ofa na habari, kwa SMS au barua pepe. Ninaweza kusimamisha wakati wowote.`,
    }),
  },
  "marketing-counter-1": {
    purpose: "marketing",
    words: (house) => ({
      en: `May ${house} write to you about offers and news, by SMS or e-mail? You can stop it at any time.`,
      sw: `Je, ${house} inaweza kukuandikia kuhusu ofa na habari, kwa SMS au barua pepe? Unaweza kusimamisha wakati wowote.`,
    }),
  },
  "photos-counter-1": {
    purpose: "photos",
    words: (house) => ({
      en: `May ${house} show photos of your hair, nails or skin to other customers? You can stop it at any time.`,
      sw: `Je, ${house} inaweza kuonyesha wateja wengine picha za nywele, kucha au ngozi yako? Unaweza kusimamisha wakati wowote.`,
    }),
  },
  "opt-out-1": {
    purpose: "marketing",
    words: (house) => ({
      en: `Stop offers and news from ${house}.`,
      sw: `Simamisha ofa na habari kutoka ${house}.`,
    }),
  },
  "imported-1": {
    purpose: "marketing",
    words: (house) => ({
      en: `Said to ${house} before it used ClientPulse, on the day its list names.`,
      sw: `Waliambia ${house} kabla haijaanza kutumia ClientPulse, siku iliyo kwenye orodha yake.`,
    }),
  },
} as const satisfies Record<string, Wording>;

export type WordingId = keyof typeof wordings;

/** The versions in force. */
export const shown = {
  marketing: "marketing-1",
  marketingAtCounter: "marketing-counter-1",
  photosAtCounter: "photos-counter-1",
  optOut: "opt-out-1",
  imported: "imported-1",
} as const satisfies Record<string, WordingId>;

/** What is read out at the desk. */
export const atCounter = { marketing: shown.marketingAtCounter, photos: shown.photosAtCounter } as const;

/** Null of a version that this build does not know. */
export const wordsOf = (wording: string, house: string): Words | null =>
  (wordings as Record<string, Wording>)[wording]?.words(house) ?? null;

/** Beside a field for a number. */
export const phoneNotice = {
  en: "Used to expect you and to reach you about your visit.",
  sw: "Hutumika kukutarajia na kukufikia kuhusu ziara yako.",
};

/** Beside the number of whoever pays, and of whoever asks something. */
export const payerNotice = {
  en: "Used to ask that phone for the money, and kept with the payment.",
  sw: "Hutumika kuiomba simu hiyo pesa, na huhifadhiwa pamoja na malipo.",
};
export const answerNotice = {
  en: "Used to answer you, and for nothing else.",
  sw: "Hutumika kukujibu tu.",
};

/** Where something was said. */
export const sourceWords = {
  booking_page: "with a booking",
  portal: "in the portal",
  desk: "at the counter",
  import: "in an imported list",
  message: "by the link of a message",
} as const;
